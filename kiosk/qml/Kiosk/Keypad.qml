pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// The letters and digits of code codes, and the key that takes the last one back. In every language they stand
// and are written from left to right.
Grid {
    id: root

    required property CodeEntry code

    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    columns: 8
    spacing: Theme.s2

    Repeater {
        model: root.code.keys

        KeypadKey {
            required property string modelData

            objectName: "key-" + modelData
            width: root.keyWidth
            text: modelData
            onClicked: root.code.press(modelData)
        }
    }

    KeypadKey {
        objectName: "key-backspace"
        width: root.keyWidth
        text: qsTr("Delete the last character")
        iconName: "backspace"
        onClicked: root.code.erase()
    }
}
