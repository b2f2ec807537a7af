pragma Singleton

import Branchline

// The look of the rating window, which is another person's than the teller's.
Look {
    touch: 64
    reduceMotion: Theme.reduceMotion
}
