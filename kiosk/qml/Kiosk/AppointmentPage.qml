import QtQuick
import Branchline
import Kiosk.Core

// Check in with the booking code or the phone number, on keys of our own.
Item {
    id: root

    required property Visit visit
    required property CodeEntry booking
    required property ByPhone finding
    required property PhoneNumber phone
    required property HomeScreen lobby

    readonly property bool byPhone: finding.byPhone
    readonly property bool wrong: byPhone ? finding.missed : booking.wrong

    objectName: "appointmentScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.title

    HomeTitle {
        id: title

        y: Theme.s8
        width: parent.width
        title: root.byPhone ? qsTr("Your phone number") : qsTr("Your booking code")
        text: root.byPhone
            ? qsTr("The number that you gave for your appointment. It is not kept.")
            : qsTr("You will find it in the message that confirmed your appointment.")
    }

    Row {
        id: ways

        anchors.top: title.bottom
        anchors.topMargin: Theme.s5
        width: parent.width
        spacing: Theme.s3

        TouchCard {
            objectName: "byCode"
            width: (parent.width - parent.spacing) / 2
            height: 112
            verticalPadding: Theme.s1
            text: qsTr("Booking code")
            selected: !root.byPhone
            onClicked: root.finding.use(false)
        }

        TouchCard {
            objectName: "byPhone"
            width: (parent.width - parent.spacing) / 2
            height: 112
            verticalPadding: Theme.s1
            text: qsTr("Phone number")
            selected: root.byPhone
            onClicked: root.finding.use(true)
        }
    }

    EntryField {
        id: field

        anchors.top: ways.bottom
        anchors.topMargin: Theme.s4
        width: parent.width
        fieldName: root.byPhone ? "phoneDigits" : "appointmentCode"
        entered: root.byPhone ? root.phone.shown : root.booking.code
        hint: root.byPhone ? qsTr("Digits") : qsTr("Letters and digits")
        spoken: root.byPhone ? qsTr("Number so far: %1").arg(entered) : qsTr("Code so far: %1").arg(entered)
        spread: root.byPhone ? 0 : 10
        wrong: root.wrong
    }

    BaseText {
        objectName: root.wrong ? "refusedText" : "appointmentLine"
        anchors.top: field.bottom
        anchors.topMargin: Theme.s3
        width: parent.width
        text: root.lobby.lost ? root.lobby.byReserve
                ? qsTr("Not connected since %1: no check-in, but you can take a number.").arg(root.lobby.since)
                : qsTr("Not connected since %1. Please ask our staff.").arg(root.lobby.since)
            : root.visit.busy ? qsTr("Looking for your appointment…")
            : !root.wrong ? ""
            : root.byPhone ? qsTr("No appointment today has this number. Please check it, or ask our staff.")
            : qsTr("No appointment has this code. Please check it.")
        strong: true
        horizontalAlignment: Text.AlignHCenter
        color: root.wrong || root.lobby.lost ? Theme.callText : Theme.jade
    }

    Keypad {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s6
        width: parent.width
        booking: root.booking
        visible: !root.byPhone
    }

    DigitPad {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s6
        width: parent.width
        phone: root.phone
        visible: root.byPhone
    }

    PageFoot {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        visit: root.visit
        goOnName: "appointmentConfirm"
        goOn: root.byPhone ? qsTr("Find my appointment") : qsTr("Check in")
        ready: (root.byPhone ? root.phone.complete : root.booking.complete) && !root.lobby.lost && !root.visit.busy
        onConfirmed: root.byPhone ? root.finding.find() : root.visit.confirmCode()
    }
}
