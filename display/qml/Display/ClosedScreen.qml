import QtQuick
import Branchline
import Branchline.Core

// The hall is closed: why, and when it opens, large enough to be read through the door.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var message

    objectName: "closedScreen"

    Column {
        anchors.centerIn: parent
        width: parent.width - 160 * root.unit
        spacing: 16 * root.unit

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: (root.message.at === "" ? 200 : 140) * root.unit
            height: width
            radius: width / 2
            color: Theme.surface
            border.width: Theme.outline * root.unit
            border.color: Theme.edge

            Icon {
                anchors.centerIn: parent
                width: parent.width / 2
                height: width
                name: root.message.icon
                color: Theme.textQuiet
            }
        }

        BaseText {
            objectName: "closedTitle"
            width: parent.width
            topPadding: 24 * root.unit
            text: root.message.title.main
            font.pixelSize: (root.portrait ? 72 : 84) * root.unit
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            width: parent.width
            text: root.message.title.second
            visible: text !== ""
            font.pixelSize: 48 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }

        Item {
            width: 1
            height: 24 * root.unit
            visible: card.visible
        }

        Rectangle {
            id: card

            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.message.at !== ""
            width: inside.implicitWidth + 160 * root.unit
            height: inside.implicitHeight + 32 * root.unit
            radius: 40 * root.unit
            color: Theme.surface
            border.width: Theme.outline * root.unit
            border.color: Theme.edge

            Column {
                id: inside

                anchors.centerIn: parent

                BaseText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: [root.message.label.main, root.message.label.second].filter(Boolean).join(" · ")
                    font.pixelSize: 40 * root.unit
                    wrapMode: Text.NoWrap
                    color: Theme.textQuiet
                }

                BaseText {
                    objectName: "opensAt"
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: root.message.at
                    font.pixelSize: 220 * root.unit
                    font.weight: Theme.heavy
                    wrapMode: Text.NoWrap
                }
            }
        }

        BaseText {
            width: parent.width
            text: [root.message.hint.main, root.message.hint.second].filter(Boolean).join(" · ")
            visible: text !== ""
            topPadding: 16 * root.unit
            font.pixelSize: 40 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }
    }
}
