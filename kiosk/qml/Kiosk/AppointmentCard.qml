import QtQuick
import Branchline
import Branchline.Core

// The way in for those who have booked a time.
TouchCard {
    id: root

    required property bool low

    objectName: "appointmentCard"
    text: qsTr("I have an appointment")
    act: enabled
    opacity: 1
    implicitHeight: low ? 156 : 196
    verticalPadding: Theme.s2
    horizontalPadding: Theme.s6
    Accessible.description: more.text

    contentItem: Item {
        Rectangle {
            id: tile

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: root.low ? 92 : 116
            height: width
            radius: Theme.radiusCard + 4
            color: root.enabled ? Qt.alpha(Theme.white, 0.16) : Theme.idle

            Icon {
                anchors.centerIn: parent
                width: parent.width * 0.5
                height: width
                name: "phone"
                color: root.enabled ? Theme.white : Theme.textQuiet
            }
        }

        Column {
            anchors.left: tile.right
            anchors.leftMargin: Theme.s5
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1

            BaseText {
                width: parent.width
                text: root.text
                font.pixelSize: Theme.title
                strong: true
                color: root.enabled ? Theme.white : Theme.textQuiet
                Accessible.ignored: true
            }

            BaseText {
                id: more

                width: parent.width
                text: root.enabled ? qsTr("Check in with your code or phone number") : qsTr("Not possible without the connection")
                color: root.enabled ? Theme.white : Theme.textQuiet
                Accessible.ignored: true
            }
        }
    }
}
