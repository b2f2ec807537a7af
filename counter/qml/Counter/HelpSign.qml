import QtQuick
import Branchline
import Counter.Core

// Calls the lobby manager; beside it a ring that is held for a second for the silent alarm. Two dots tell the teller
// alone: hollow while it waits for a line, full once it is sent, and green once somebody comes.
Item {
    id: root

    required property Alarms help

    objectName: "helpSign"
    implicitWidth: 2 * Theme.touch
    implicitHeight: Theme.touch

    component Mark: Rectangle {
        property string stage: ""

        width: 8
        height: 8
        radius: 4
        color: stage === "coming" ? Theme.jade : stage === "sent" ? Theme.ink3 : "transparent"
        border.width: Theme.stroke
        border.color: stage === "coming" ? Theme.jade : Theme.ink3
        visible: stage !== ""
        Accessible.role: Accessible.StaticText
        Accessible.name: stage === "coming" ? qsTr("Somebody is coming") : stage === "sent" ? qsTr("Sent") : qsTr("Will be sent")
    }

    SecondaryButton {
        readonly property string label: qsTr("Call the lobby manager")

        objectName: "lobbyButton"
        width: Theme.touch
        height: Theme.touch
        topPadding: 12
        bottomPadding: 0
        horizontalPadding: 2
        iconName: "bell"
        keyHint: "F10"
        checked: root.help.lobby !== ""
        Accessible.name: label
        onClicked: root.help.callLobby()
    }

    Item {
        objectName: "alarmSpot"
        x: Theme.touch
        width: Theme.touch
        height: parent.height
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Hold for one second")

        TapHandler {
            id: hand

            onPressedChanged: pressed ? root.help.holdAlarm() : root.help.releaseAlarm()
            gesturePolicy: TapHandler.WithinBounds
        }

        // A place to find, that says nothing to whoever looks over the counter.
        Rectangle {
            anchors.centerIn: parent
            width: 14
            height: 14
            radius: 7
            color: hand.pressed ? Theme.pressed : "transparent"
            border.width: 2
            border.color: Theme.edge
        }

        Mark {
            objectName: "lobbyMark"
            x: 3
            y: 6
            stage: root.help.lobby
        }

        Mark {
            objectName: "alarmMark"
            x: 20
            y: 20
            stage: root.help.alarm
        }
    }
}
