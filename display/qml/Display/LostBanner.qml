import QtQuick
import Branchline
import Branchline.Core

// Says since when the board is not up to date; no room is taken while it is.
Rectangle {
    id: root

    required property real unit
    required property var message

    objectName: "staleBanner"
    visible: message.main !== ""
    implicitHeight: visible ? words.implicitHeight + 28 * unit : 0
    radius: 20 * unit
    color: Theme.goldSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message.main

    Row {
        id: words

        anchors.centerIn: parent
        spacing: 20 * root.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 40 * root.unit
            height: width
            name: "offline"
            color: Theme.goldText
        }

        Grid {
            anchors.verticalCenter: parent.verticalCenter
            columns: first.implicitWidth + second.implicitWidth > root.width - 140 * root.unit ? 1 : 2
            columnSpacing: 32 * root.unit
            verticalItemAlignment: Grid.AlignVCenter

            BaseText {
                id: first

                objectName: "staleText"
                text: root.message.main
                strong: true
                font.pixelSize: 34 * root.unit
                wrapMode: Text.NoWrap
                color: Theme.goldText
                Accessible.ignored: true
            }

            BaseText {
                id: second

                text: root.message.second
                visible: text !== ""
                font.pixelSize: 28 * root.unit
                wrapMode: Text.NoWrap
                color: Theme.goldText
                Accessible.ignored: true
            }
        }
    }
}
