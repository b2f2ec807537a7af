import QtQuick
import Branchline
import Branchline.Core

// An emergency takes the whole board: nothing else is to be read while it lasts.
Rectangle {
    id: root

    required property real unit
    required property var message

    readonly property bool bilingual: second.text !== ""

    objectName: "emergencyScreen"
    visible: message.main !== ""
    color: Theme.callPressed
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [message.main, message.second].filter(Boolean).join(" ")

    Icon {
        id: sign

        anchors.horizontalCenter: parent.horizontalCenter
        y: 64 * root.unit
        width: 160 * root.unit
        height: width
        name: "bell"
        color: Theme.white
    }

    Column {
        id: words

        readonly property real room: root.height - sign.y - sign.height - 128 * root.unit

        anchors.horizontalCenter: parent.horizontalCenter
        y: sign.y + sign.height + 32 * root.unit
        width: root.width - 160 * root.unit
        spacing: 32 * root.unit

        BaseText {
            objectName: "emergencyText"
            width: parent.width
            height: words.room * (root.bilingual ? 0.55 : 0.95)
            text: root.message.main
            font.pixelSize: 150 * root.unit
            font.weight: Theme.heavy
            fontSizeMode: Text.Fit
            minimumPixelSize: 9
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
        }

        BaseText {
            id: second

            objectName: "emergencySecond"
            width: parent.width
            height: words.room * 0.4
            text: root.message.second
            visible: text !== ""
            font.pixelSize: 84 * root.unit
            font.weight: Theme.semiBold
            fontSizeMode: Text.Fit
            minimumPixelSize: 9
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
        }
    }
}
