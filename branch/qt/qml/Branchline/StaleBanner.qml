import QtQuick
import Branchline.Core

// Says since when the screen is not up to date. Empty `since`: all is well, and it takes no room.
Rectangle {
    id: root

    required property string since
    property string message: qsTr("Not updated since %1 · reconnecting").arg(since)

    objectName: "staleBanner"
    visible: since !== ""
    implicitHeight: visible ? label.implicitHeight + 2 * Theme.s1 : 0
    implicitWidth: label.implicitWidth + sign.width + 3 * Theme.s2
    color: Theme.goldSoft
    radius: Theme.radiusTag
    border.width: Theme.highContrast ? 2 : 0
    border.color: Theme.goldText
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? message : ""

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.lead
        height: width
        name: "offline"
        color: Theme.goldText
    }

    BaseText {
        id: label

        objectName: "staleText"
        anchors.left: sign.right
        anchors.leftMargin: Theme.s1
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: root.message
        color: Theme.goldText
        strong: true
        Accessible.ignored: true
    }
}
