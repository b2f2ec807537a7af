import QtQuick
import Branchline
import Counter.Core

// Before a teller goes: those who are parked here wait for this counter and nobody else.
PanelSheet {
    id: root

    required property Work work

    objectName: "leavePanel"
    title: qsTr("Still parked here")
    closeName: "leaveCancel"
    onClosed: work.actions.escape()

    BaseText {
        id: who

        objectName: "leaveParked"
        x: 20
        y: root.contentTop
        width: parent.width - 40
        text: root.work.signOut.parked
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
        onClicked: root.work.signOut.giveBack()
    }
}
