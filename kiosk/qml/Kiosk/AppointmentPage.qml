import QtQuick
import Branchline
import Kiosk.Core

// Check in with the booking code, on keys of our own.
Item {
    id: root

    required property Visit visit
    required property Booking booking
    required property Lobby lobby

    objectName: "appointmentScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.title

    HomeTitle {
        id: title

        y: Theme.s8
        width: parent.width
        title: qsTr("Your booking code")
        text: qsTr("You will find it in the message that confirmed your appointment.")
    }

    Panel {
        id: field

        anchors.top: title.bottom
        anchors.topMargin: Theme.s6
        width: parent.width
        height: 200
        radius: Theme.radiusSheet
        border.width: 3
        border.color: root.booking.wrong ? Theme.call : root.booking.code !== "" ? Theme.jade : Theme.edge

        NumberText {
            objectName: "appointmentCode"
            anchors.fill: parent
            anchors.margins: Theme.s4
            text: root.booking.code
            largest: 96
            font.letterSpacing: 10
            horizontalAlignment: Text.AlignHCenter
            Accessible.name: qsTr("Code so far: %1").arg(root.booking.code)
        }

        BaseText {
            anchors.centerIn: parent
            text: qsTr("Letters and digits")
            font.pixelSize: Theme.lead
            color: Theme.textFaint
            visible: root.booking.code === ""
        }
    }

    BaseText {
        objectName: root.booking.wrong ? "refusedText" : "appointmentLine"
        anchors.top: field.bottom
        anchors.topMargin: Theme.s3
        width: parent.width
        text: root.lobby.lost ? qsTr("Not connected since %1. Please ask our staff.").arg(root.lobby.since)
            : root.visit.busy ? qsTr("Looking for your appointment…")
            : root.booking.wrong ? qsTr("No appointment has this code. Please check it.") : ""
        strong: true
        horizontalAlignment: Text.AlignHCenter
        color: root.booking.wrong || root.lobby.lost ? Theme.callText : Theme.jade
    }

    Keypad {
        id: keypad

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s6
        width: parent.width
        booking: root.booking
    }

    Row {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s3

        SecondaryButton {
            objectName: "backHome"
            width: (parent.width - Theme.s3) / 3
            height: 148
            corner: Theme.radiusSheet - 4
            text: qsTr("Back")
            iconName: "back"
            onClicked: root.visit.goHome()
        }

        PrimaryButton {
            objectName: "appointmentConfirm"
            width: (parent.width - Theme.s3) * 2 / 3
            height: 148
            text: qsTr("Check in")
            enabled: root.booking.complete && !root.lobby.lost && !root.visit.busy
            onClicked: root.visit.confirmCode()
        }
    }
}
