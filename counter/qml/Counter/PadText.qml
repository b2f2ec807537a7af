import Branchline

// Text on the rating window.
BaseText {
    look: PadLook
}
