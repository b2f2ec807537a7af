import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// A phone number with the ticket, or none: what is typed is nobody's business but the branch's.
KioskPage {
    id: root

    required property PhoneStep step

    objectName: "phoneScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.title

    HomeTitle {
        id: title

        y: Theme.s8
        width: parent.width
        title: qsTr("Phone number (optional)")
        text: qsTr("For us to reach you when your turn is near. Nobody else sees it.")
    }

    EntryField {
        id: field

        anchors.top: title.bottom
        anchors.topMargin: Theme.s5
        width: parent.width
        fieldName: "ticketPhone"
        entered: root.step.entered.shown
        hint: qsTr("Digits")
        spoken: qsTr("Number so far: %1").arg(entered)
        wrong: root.step.wrong
    }

    BaseText {
        objectName: "phoneLine"
        anchors.top: field.bottom
        anchors.topMargin: Theme.s3
        width: parent.width
        text: root.kiosk.visit.busy ? qsTr("Your number is on its way…")
            : root.step.wrong ? qsTr("This is no phone number. Please check it.") : ""
        strong: true
        horizontalAlignment: Text.AlignHCenter
        color: root.step.wrong ? Theme.callText : Theme.jade
    }

    DigitPad {
        anchors.bottom: skip.top
        anchors.bottomMargin: Theme.s5
        width: parent.width
        keyHeight: 128
        phone: root.step.entered
    }

    TouchCard {
        id: skip

        objectName: "phoneSkip"
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s3
        width: parent.width
        height: 132
        corner: Theme.radiusSheet - 4
        text: qsTr("Take a number without it")
        enabled: !root.kiosk.visit.busy
        onClicked: root.step.skip()
    }

    PageFoot {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        visit: root.kiosk.visit
        goOnName: "phoneConfirm"
        goOn: qsTr("Take a number")
        ready: root.step.ready && !root.kiosk.visit.busy
        onConfirmed: root.step.confirm()
    }
}
