pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// The digits as on a telephone, and the key that takes the last one back. In every language from left to right.
Grid {
    id: root

    required property PhoneNumber phone

    property real keyHeight: 140
    readonly property real keyWidth: (width - 2 * spacing) / 3

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    columns: 3
    spacing: Theme.s3

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        KeypadKey {
            required property string modelData

            objectName: "digit-" + modelData
            width: root.keyWidth
            height: root.keyHeight
            text: modelData
            onClicked: root.phone.press(modelData)
        }
    }

    Item {
        width: root.keyWidth
        height: root.keyHeight
    }

    KeypadKey {
        objectName: "digit-0"
        width: root.keyWidth
        height: root.keyHeight
        text: "0"
        onClicked: root.phone.press("0")
    }

    KeypadKey {
        objectName: "digit-erase"
        width: root.keyWidth
        height: root.keyHeight
        text: qsTr("Delete the last digit")
        iconName: "backspace"
        onClicked: root.phone.erase()
    }
}
