import QtQuick
import Branchline
import Counter.Core

// One line that is always there: what can be taken back, or what came of the last action.
Item {
    id: root

    required property Work work

    readonly property bool speaks: work.runner.message !== ""

    objectName: "statusSlot"
    implicitHeight: Theme.touch

    Rectangle {
        id: bar

        objectName: "undoBar"
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.jadeSoft
        border.width: Theme.stroke
        border.color: Theme.edge
        visible: root.work.undo.undoText !== ""
        Accessible.role: Accessible.Grouping
        Accessible.name: root.work.undo.undoText

        BaseText {
            objectName: "undoText"
            anchors.left: parent.left
            anchors.leftMargin: 20
            anchors.right: undo.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.work.undo.undoText
            color: Theme.text
            visible: !root.speaks
        }

        SecondaryButton {
            id: undo

            objectName: "undoButton"
            anchors.right: parent.right
            width: Math.max(112, implicitWidth)
            height: parent.height
            topPadding: 10
            bottomPadding: 0
            text: qsTr("Undo")
            keyHint: "F9"
            keyPrefix: root.work.actions.hotSign
            down: pressed || root.work.runner.pending === "undo"
            onClicked: root.work.actions.act("undo")
        }
    }

    BaseText {
        objectName: "messageLine"
        anchors.left: parent.left
        anchors.leftMargin: bar.visible ? 20 : 4
        anchors.right: parent.right
        anchors.rightMargin: bar.visible ? undo.width + Theme.s1 : 4
        anchors.verticalCenter: parent.verticalCenter
        text: root.work.runner.message
        font.pixelSize: Theme.small + 1
        color: root.work.runner.alert ? Theme.callText : Theme.text
        visible: root.speaks
        Accessible.role: Accessible.AlertMessage
    }
}
