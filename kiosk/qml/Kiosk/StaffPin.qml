pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// Digits of our own for the staff number and the PIN.
Column {
    id: root

    required property StaffMenu staff

    spacing: Theme.s4

    Panel {
        width: parent.width
        height: 180
        radius: Theme.radiusSheet

        NumberText {
            objectName: "staffEntered"
            anchors.fill: parent
            anchors.margins: Theme.s4
            text: root.staff.entered
            largest: 88
            font.letterSpacing: 10
            horizontalAlignment: Text.AlignHCenter
        }
    }

    BaseText {
        objectName: "staffError"
        width: parent.width
        text: root.staff.error
        color: Theme.callText
        strong: true
        horizontalAlignment: Text.AlignHCenter
    }

    Grid {
        id: keys

        // Digits stand as on every telephone, whatever the language.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        columns: 3
        spacing: Theme.s3
        width: parent.width

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "ok"]

            KeypadKey {
                required property string modelData

                objectName: "staffKey-" + modelData
                width: (keys.width - 2 * keys.spacing) / 3
                height: 150
                text: modelData === "erase" ? qsTr("Delete the last digit") : modelData === "ok" ? qsTr("Go on") : modelData
                iconName: modelData === "erase" ? "backspace" : modelData === "ok" ? "check" : ""
                onClicked: modelData === "erase" ? root.staff.erase() : modelData === "ok" ? root.staff.confirm() : root.staff.press(modelData)
            }
        }
    }
}
