import QtQuick
import Branchline
import Counter.Core

// Before a teller goes: those who are parked here wait for this counter and nobody else.
Panel {
    id: root

    required property SignOut leaving
    required property Actions desk

    objectName: "leavePanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    BaseText {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.right: close.left
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Still parked here")
        strong: true
    }

    SecondaryButton {
        id: close

        objectName: "leaveCancel"
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        width: Math.max(92, implicitWidth)
        height: Theme.touch
        topPadding: 10
        bottomPadding: 0
        text: qsTr("Close")
        keyHint: "Esc"
        onClicked: root.desk.escape()
    }

    BaseText {
        id: who

        objectName: "leaveParked"
        x: 20
        y: Theme.touch + 14
        width: parent.width - 40
        text: root.leaving.parked
        font.pixelSize: Theme.lead
        font.weight: Theme.heavy
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    SecondaryButton {
        objectName: "leaveGiveBack"
        anchors.top: who.bottom
        anchors.topMargin: 10
        x: Theme.s1
        width: parent.width - 2 * Theme.s1
        height: 56
        topPadding: 10
        bottomPadding: 0
        text: qsTr("Give back to the queue and sign out")
        keyHint: "1"
        onClicked: root.leaving.giveBack()
    }
}
