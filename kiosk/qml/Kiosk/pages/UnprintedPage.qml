import QtQuick
import Branchline
import Branchline.Core
import Kiosk
import Kiosk.Core

// No paper came out: the number across the whole screen, until the customer has it.
KioskPage {
    id: root

    objectName: "printFailedScreen"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.title + " " + kiosk.result.number

    HomeTitle {
        id: title

        y: Theme.s6
        width: parent.width
        title: root.kiosk.result.printing === "interrupted" ? qsTr("Is this your number?")
            : qsTr("Your ticket could not be printed")
        text: root.kiosk.result.printing === "interrupted"
            ? qsTr("This kiosk was interrupted before the ticket came out. The number is valid.")
            : qsTr("Your number is valid. Please photograph or write it down; our staff are being told.")
    }

    Panel {
        anchors.top: title.bottom
        anchors.topMargin: Theme.s5
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s5
        width: parent.width
        radius: Theme.radiusSheet

        NumberText {
            id: number

            objectName: "printFailedNumber"
            anchors.top: parent.top
            anchors.topMargin: Theme.s4
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s4
            height: 380
            text: root.kiosk.result.number
            largest: 380
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            id: service

            anchors.top: number.bottom
            width: parent.width
            text: root.kiosk.result.service
            font.pixelSize: Theme.title
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }

        QrCode {
            anchors.top: service.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: caption.top
            anchors.horizontalCenter: parent.horizontalCenter
            width: height
            text: root.kiosk.result.url
        }

        BaseText {
            id: caption

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s5
            text: qsTr("Scan to keep it on your phone")
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Row {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s3

        SecondaryButton {
            objectName: "printAgain"
            width: (parent.width - Theme.s3) / 2
            height: 148
            corner: Theme.radiusSheet - 4
            text: qsTr("Print it again")
            iconName: "printer"
            onClicked: root.kiosk.visit.printAgain()
        }

        PrimaryButton {
            objectName: "noted"
            width: (parent.width - Theme.s3) / 2
            height: 148
            text: qsTr("I have noted it")
            onClicked: root.kiosk.visit.noted()
        }
    }
}
