import QtQuick
import Branchline
import Counter.Core

// One line that is always there: what can be taken back, or what came of the last action.
Item {
    id: root

    required property ActionRunner asker
    required property UndoBar recent
    required property Actions desk

    readonly property bool speaks: asker.message !== ""

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
        visible: root.recent.undoText !== ""
        Accessible.role: Accessible.Grouping
        Accessible.name: root.recent.undoText

        BaseText {
            objectName: "undoText"
            anchors.left: parent.left
            anchors.leftMargin: 20
            anchors.right: undo.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.recent.undoText
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
            keyPrefix: root.desk.hotSign
            down: pressed || root.asker.pending === "undo"
            onClicked: root.desk.act("undo")
        }
    }

    BaseText {
        objectName: "messageLine"
        anchors.left: parent.left
        anchors.leftMargin: bar.visible ? 20 : 4
        anchors.right: parent.right
        anchors.rightMargin: bar.visible ? undo.width + Theme.s1 : 4
        anchors.verticalCenter: parent.verticalCenter
        text: root.asker.message
        font.pixelSize: Theme.small + 1
        color: root.asker.alert ? Theme.callText : Theme.text
        visible: root.speaks
        Accessible.role: Accessible.AlertMessage
    }
}
