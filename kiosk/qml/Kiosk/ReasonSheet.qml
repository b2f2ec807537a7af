pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// Why somebody may go first, over home: one touch, no proof, and staff see the reason.
Item {
    id: root

    required property KioskContext kiosk

    objectName: "reasonSheet"
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text

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
        height: rows.height + 2 * Theme.s8
        color: Theme.ground

        MouseArea {
            anchors.fill: parent
            Accessible.ignored: true
        }

        Column {
            id: rows

            x: Theme.s8
            y: Theme.s8
            width: parent.width - 2 * Theme.s8
            spacing: Theme.s3

            BaseText {
                id: title

                width: parent.width
                text: qsTr("Who is to be served first?")
                font.pixelSize: Theme.title
                strong: true
            }

            Repeater {
                model: root.kiosk.home.reasons

                TouchCard {
                    required property var modelData

                    objectName: "reason-" + modelData.reason
                    width: rows.width
                    height: 132
                    text: modelData.name
                    onClicked: {
                        root.kiosk.precedence.goFirst(modelData.segment, modelData.reason);
                        root.kiosk.shown.closeSheet();
                    }
                }
            }

            SecondaryButton {
                objectName: "reasonClose"
                width: rows.width
                implicitHeight: 120
                corner: Theme.radiusSheet
                text: qsTr("Back")
                iconName: "back"
                onClicked: root.kiosk.shown.closeSheet()
            }
        }
    }
}
