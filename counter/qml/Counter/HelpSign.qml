import QtQuick
import Branchline
import Counter.Core

// Calls the lobby manager; beside it two dots that only the teller has a use for: hollow while it waits for a
// line, full once it is sent. Holding the mark for a second is the silent alarm.
Item {
    id: root

    required property Assistance assistance

    objectName: "helpSign"
    implicitWidth: Theme.touch + 14
    implicitHeight: Theme.touch

    component Mark: Rectangle {
        property string stage: ""

        width: 8
        height: 8
        radius: 4
        color: stage === "sent" ? Theme.ink3 : "transparent"
        border.width: Theme.stroke
        border.color: Theme.ink3
        visible: stage !== ""
        Accessible.role: Accessible.StaticText
        Accessible.name: stage === "sent" ? qsTr("Sent") : qsTr("Will be sent")
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
        checked: root.assistance.lobby !== ""
        Accessible.name: label
        onClicked: root.assistance.callLobby()
    }

    Item {
        objectName: "alarmSpot"
        x: Theme.touch
        width: 14
        height: parent.height
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Hold for one second")

        TapHandler {
            onPressedChanged: pressed ? root.assistance.holdAlarm() : root.assistance.releaseAlarm()
            gesturePolicy: TapHandler.WithinBounds
        }

        Mark {
            objectName: "lobbyMark"
            x: 5
            y: 8
            stage: root.assistance.lobby
        }

        Mark {
            objectName: "alarmMark"
            x: 5
            y: 20
            stage: root.assistance.alarm
        }
    }
}
