import QtQuick
import Branchline
import Counter.Core

// Who in the hall asks for somebody, for how long, and the one button: I go, then done. It takes its room from the
// queue, so that no button moves under a hand.
Rectangle {
    id: root

    required property HallAlerts alerts

    readonly property int taken: visible ? height + Theme.s1 : 0

    objectName: "alertRow"
    height: Theme.touch + 16
    radius: Theme.radiusControl
    color: Theme.goldSoft
    visible: alerts.text !== ""
    Accessible.role: Accessible.AlertMessage
    Accessible.name: alerts.text + ", " + alerts.since

    Icon {
        id: bell

        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        width: 24
        height: 24
        name: root.alerts.pressing ? "bell" : "warning"
        color: Theme.goldText
    }

    BaseText {
        objectName: "alertText"
        anchors.left: bell.right
        anchors.leftMargin: Theme.s1 + 4
        anchors.right: others.visible ? others.left : go.left
        anchors.rightMargin: Theme.s1
        y: 4
        height: 36
        text: root.alerts.text
        strong: true
        font.pixelSize: Theme.body
        fontSizeMode: Text.Fit
        minimumPixelSize: 12
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        color: Theme.goldText
        Accessible.ignored: true
    }

    BaseText {
        objectName: "alertSince"
        anchors.left: bell.right
        anchors.leftMargin: Theme.s1 + 4
        y: 40
        text: root.alerts.since
        font.pixelSize: Theme.small
        color: Theme.goldText
        Accessible.ignored: true
    }

    SecondaryButton {
        id: others

        objectName: "alertMore"
        anchors.right: go.left
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.touch
        height: Theme.touch
        horizontalPadding: 2
        text: "+" + root.alerts.more
        visible: root.alerts.more > 0
        Accessible.name: qsTr("%1 more: show the next").arg(root.alerts.more)
        onClicked: root.alerts.following()
    }

    Shortcut {
        sequence: "Ctrl+Shift+G"
        enabled: root.visible
        onActivated: root.alerts.following()
    }

    SecondaryButton {
        id: go

        objectName: "alertButton"
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(88, implicitWidth)
        height: Theme.touch
        topPadding: 12
        bottomPadding: 0
        text: root.alerts.mine ? qsTr("Done") : qsTr("I go")
        keyHint: "Ctrl+G"
        onClicked: root.alerts.act()
    }
}
