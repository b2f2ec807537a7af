import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// No ticket: why, and what to do instead. Goes home by itself.
StatusPage {
    id: root

    objectName: "refusedScreen"
    iconName: kiosk.result.refusalIcon
    tone: "notice"
    loud: false
    title: kiosk.result.refusal
    titleName: "refusedText"
    text: kiosk.result.refusalHint
    textName: "refusedHint"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + text

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: root.kiosk.visit.goHome()
    }

    Column {
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s3

        PrimaryButton {
            objectName: "walkIn"
            width: parent.width
            implicitHeight: 148
            text: qsTr("Take a walk-in number")
            visible: root.kiosk.result.walkIn !== ""
            onClicked: root.kiosk.visit.takeWalkIn()
        }

        PrimaryButton {
            objectName: "retry"
            width: parent.width
            implicitHeight: 148
            text: qsTr("Try again")
            visible: root.kiosk.visit.canRetry
            onClicked: root.kiosk.visit.retry()
        }

        SecondaryButton {
            objectName: "backHome"
            width: parent.width
            implicitHeight: 132
            corner: Theme.radiusSheet
            text: qsTr("Back")
            iconName: "back"
            onClicked: root.kiosk.visit.goHome()
        }
    }
}
