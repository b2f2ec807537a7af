pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// Check in with the booking code or the phone number, on keys of our own.
KioskPage {
    id: root

    readonly property bool byPhone: kiosk.search.byPhone
    readonly property bool wrong: byPhone ? kiosk.search.missed : kiosk.code.wrong

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
            onClicked: root.kiosk.search.use(false)
        }

        TouchCard {
            objectName: "byPhone"
            width: (parent.width - parent.spacing) / 2
            height: 112
            verticalPadding: Theme.s1
            text: qsTr("Phone number")
            selected: root.byPhone
            onClicked: root.kiosk.search.use(true)
        }
    }

    EntryField {
        id: field

        anchors.top: ways.bottom
        anchors.topMargin: Theme.s4
        width: parent.width
        fieldName: root.byPhone ? "phoneDigits" : "appointmentCode"
        entered: root.byPhone ? root.kiosk.search.entered.shown : root.kiosk.code.code
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
        text: root.kiosk.home.lost ? root.kiosk.home.byReserve
                ? qsTr("Not connected since %1: no check-in, but you can take a number.").arg(root.kiosk.home.since)
                : qsTr("Not connected since %1. Please ask our staff.").arg(root.kiosk.home.since)
            : root.kiosk.visit.busy ? qsTr("Looking for your appointment…")
            : !root.wrong ? ""
            : root.byPhone ? qsTr("No appointment today has this number. Please check it, or ask our staff.")
            : qsTr("No appointment has this code. Please check it.")
        strong: true
        horizontalAlignment: Text.AlignHCenter
        color: root.wrong || root.kiosk.home.lost ? Theme.callText : Theme.jade
    }

    Loader {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s6
        width: parent.width
        sourceComponent: root.byPhone ? digits : letters
    }

    Component {
        id: letters

        Keypad {
            code: root.kiosk.code
        }
    }

    Component {
        id: digits

        DigitPad {
            phone: root.kiosk.search.entered
        }
    }

    PageFoot {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        visit: root.kiosk.visit
        goOnName: "appointmentConfirm"
        goOn: root.byPhone ? qsTr("Find my appointment") : qsTr("Check in")
        ready: (root.byPhone ? root.kiosk.search.entered.complete : root.kiosk.code.complete) && !root.kiosk.home.lost && !root.kiosk.visit.busy
        onConfirmed: root.byPhone ? root.kiosk.search.find() : root.kiosk.visit.confirmCode()
    }
}
