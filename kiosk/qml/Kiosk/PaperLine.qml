import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// The foot of the thank-you screen: where the paper is, how long this stays, and the way home.
Column {
    id: root

    required property KioskContext kiosk

    readonly property string said: kiosk.result.printing === "printing" ? qsTr("Your ticket is being printed…")
        : kiosk.result.printing === "printed" ? qsTr("Please take your ticket")
        : kiosk.result.printing === "sent" ? qsTr("Sent to the printer. If no ticket comes out, please note your number")
        : qsTr("Photograph it or scan the code")

    spacing: Theme.s3

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.s2

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            width: Theme.title
            height: width
            name: root.kiosk.result.printing === "none" ? "phone" : "printer"
            color: Theme.jade
        }

        BaseText {
            objectName: "paperLine"
            width: Math.min(implicitWidth, root.width - sign.width - Theme.s2)
            text: root.said
            font.pixelSize: Theme.lead
            strong: true
            color: Theme.jade
        }
    }

    // What is left of the time that this screen stays.
    Rectangle {
        objectName: "timeLeft"
        width: parent.width
        height: 6
        radius: 3
        color: Theme.idle
        opacity: root.kiosk.visit.staysMs > 0 ? 1 : 0
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Back to the first screen by itself")

        Rectangle {
            id: left

            property real share: 0

            anchors.left: parent.left
            width: parent.width * share
            height: parent.height
            radius: parent.radius
            color: Theme.jade

            NumberAnimation on share {
                running: root.kiosk.visit.staysMs > 0
                from: 1
                to: 0
                duration: Math.max(1, root.kiosk.visit.staysMs)
            }
        }
    }

    PrimaryButton {
        objectName: "printCopy"
        width: parent.width
        implicitHeight: 148
        text: qsTr("Print it again")
        visible: root.kiosk.visit.canCopy
        onClicked: root.kiosk.visit.printCopy()
    }

    SecondaryButton {
        objectName: "thanksHome"
        width: parent.width
        implicitHeight: 132
        corner: Theme.radiusSheet
        text: qsTr("Done")
        iconName: "home"
        onClicked: root.kiosk.visit.goHome()
    }
}
