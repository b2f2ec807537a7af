import QtQuick
import Branchline
import Branchline.Core

// Where to walk from here; nothing where nobody has said.
Icon {
    required property string direction

    readonly property var turns: ({ right: 0, down: 45, straight: -90, up: -45, left: 180 })

    objectName: "arrow-" + direction
    visible: direction !== ""
    name: "forward"
    rotation: turns[direction] ?? 0
}
