pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// All languages of the branch, each by its own name, over whatever screen there is: the step stays.
Item {
    id: root

    required property KioskContext kiosk

    objectName: "languageSheet"
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("More languages")

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: root.kiosk.shown.closeSheet()

        Rectangle {
            anchors.fill: parent
            color: Theme.ink
            opacity: 0.5
        }
    }

    // Low, where everybody reaches it.
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: names.height + 2 * Theme.s8
        color: Theme.ground

        MouseArea {
            anchors.fill: parent
            Accessible.ignored: true
        }

        Column {
            id: names

            x: Theme.s8
            y: Theme.s8
            width: parent.width - 2 * Theme.s8
            spacing: Theme.s3

            Repeater {
                model: root.kiosk.languages.codes

                TouchCard {
                    required property string modelData

                    objectName: "sheet-" + modelData
                    width: names.width
                    height: 132
                    text: root.kiosk.languages.nameOf(modelData)
                    selected: root.kiosk.languages.current === modelData
                    onClicked: {
                        root.kiosk.languages.use(modelData);
                        root.kiosk.shown.closeSheet();
                    }
                }
            }

            SecondaryButton {
                objectName: "sheetClose"
                width: names.width
                implicitHeight: 120
                corner: Theme.radiusSheet
                text: qsTr("Back")
                iconName: "back"
                onClicked: root.kiosk.shown.closeSheet()
            }
        }
    }
}
