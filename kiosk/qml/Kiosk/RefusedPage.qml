import QtQuick
import Branchline
import Kiosk.Core

// No ticket: why, and what to do instead. Goes home by itself.
Item {
    id: root

    required property Visit visit
    required property VisitResult outcome

    objectName: "refusedScreen"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: outcome.refusal + " " + outcome.refusalHint

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: root.visit.goHome()
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.s8
        spacing: Theme.s5

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: root.outcome.refusalIcon
            tone: "notice"
        }

        BaseText {
            objectName: "refusedText"
            width: parent.width
            text: root.outcome.refusal
            font.pixelSize: Theme.heading
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "refusedHint"
            width: parent.width
            text: root.outcome.refusalHint
            font.pixelSize: Theme.lead
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
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
            visible: root.outcome.walkIn !== ""
            onClicked: root.visit.takeWalkIn()
        }

        PrimaryButton {
            objectName: "retry"
            width: parent.width
            implicitHeight: 148
            text: qsTr("Try again")
            visible: root.visit.canRetry
            onClicked: root.visit.retry()
        }

        SecondaryButton {
            objectName: "backHome"
            width: parent.width
            implicitHeight: 132
            corner: Theme.radiusSheet
            text: qsTr("Back")
            iconName: "back"
            onClicked: root.visit.goHome()
        }
    }
}
