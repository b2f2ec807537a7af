import QtQuick
import QtQuick.Templates as T
import Branchline
import Branchline.Core
import Counter.Core

// Where one sits and who one is, how the line is, and the way out. A line that is lost takes its place.
Item {
    id: root

    required property Session session
    required property Work work
    required property ServiceLink link
    required property Alarms help

    readonly property bool stale: link.state === "lost" || link.state === "refused"

    signal shrink
    signal settingsAsked

    objectName: "workHeader"
    implicitHeight: Theme.touch

    // Where and who: a touch on it shows what is set here.
    T.AbstractButton {
        id: title

        readonly property string label: qsTr("Settings of this counter")

        objectName: "settingsButton"
        anchors.left: parent.left
        anchors.right: line.visible ? line.left : help.left
        anchors.rightMargin: 4
        height: parent.height
        visible: !root.stale
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.Button
        Accessible.name: label
        Accessible.description: name.text + ", " + who.text
        Keys.onReturnPressed: title.click()
        Keys.onEnterPressed: title.click()
        onClicked: root.settingsAsked()

        Shortcut {
            sequence: "Ctrl+,"
            enabled: title.visible
            onActivated: root.settingsAsked()
        }

        background: Rectangle {
            x: -6
            width: parent.width + 6
            radius: Theme.radiusControl
            color: title.down ? Theme.pressed : "transparent"

            FocusRing {
                shown: title.visualFocus
            }
        }

        contentItem: Item {
            BaseText {
                id: name

                objectName: "workTitle"
                y: 4
                width: Math.min(implicitWidth, parent.width - gear.width - 4)
                text: qsTr("Counter %1").arg(root.session.counter)
                strong: true
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }

            Icon {
                id: gear

                anchors.left: name.right
                anchors.leftMargin: 4
                anchors.verticalCenter: name.verticalCenter
                width: 15
                height: 15
                name: "gear"
                color: Theme.textFaint
            }

            BaseText {
                id: who

                objectName: "workStaff"
                anchors.top: name.bottom
                width: parent.width
                text: qsTr("Staff %1").arg(root.session.staff)
                font.pixelSize: Theme.small
                color: Theme.textFaint
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
            }
        }
    }

    SecondaryButton {
        id: small

        readonly property string label: qsTr("As a strip at the edge of the screen")

        objectName: "shrinkButton"
        anchors.right: leave.visible ? leave.left : parent.right
        anchors.rightMargin: leave.visible ? Theme.s1 : 0
        width: 56
        height: Theme.touch
        topPadding: 12
        bottomPadding: 0
        horizontalPadding: 2
        iconName: "strip"
        keyHint: "Ctrl+D"
        Accessible.name: label
        onClicked: root.shrink()
    }

    HelpSign {
        id: help

        anchors.right: small.left
        anchors.rightMargin: 2
        help: root.help
    }

    StatusDot {
        id: line

        anchors.right: help.left
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        text: root.link.live ? qsTr("Online") : qsTr("Connecting")
        tone: root.link.live ? "good" : "notice"
        pixelSize: Theme.small
        visible: !root.stale && (!root.link.live || root.width > 700)
    }

    StaleBanner {
        anchors.left: parent.left
        anchors.right: help.left
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        height: root.stale ? parent.height : 0
        since: root.stale ? root.link.since : ""
        message: root.link.state === "refused" ? qsTr("This machine is no longer admitted")
            : qsTr("No connection since %1").arg(since)
    }

    SecondaryButton {
        id: leave

        objectName: "signOutButton"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(88, implicitWidth)
        visible: !root.stale
        height: Theme.touch
        topPadding: 10
        bottomPadding: 0
        horizontalPadding: Theme.s1
        text: qsTr("Sign out")
        keyHint: "F12"
        enabled: root.work.actions.mayLeave
        down: pressed || root.work.runner.pending === "signOut"
        onClicked: root.work.signOut.leave()
        onPressedInVain: root.work.actions.pressedInVain("signOut")
    }
}
