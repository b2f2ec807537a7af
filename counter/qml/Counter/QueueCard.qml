pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Who waits for this counter, next first; below, who has been set aside.
Panel {
    id: root

    required property Work work

    objectName: "queueCard"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    BaseText {
        id: heading

        x: 20
        y: 12
        text: qsTr("My queue")
        strong: true
    }

    WhyButton {
        busy: root.work.explain.busy
        anchors.left: heading.right
        anchors.leftMargin: Theme.s1
        anchors.verticalCenter: heading.verticalCenter
        visible: root.work.queue.waiting > 0
        onClicked: root.work.explain.ask()
    }

    BaseText {
        objectName: "queueCount"
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        text: qsTr("%n waiting", "", root.work.queue.waiting)
        color: Theme.textFaint
        visible: !again.visible
    }

    ReprintButton {
        id: again

        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: heading.verticalCenter
        visible: root.work.queue.chosen !== ""
        onClicked: root.work.reprint.ask()
    }

    BaseText {
        anchors.centerIn: rows
        text: qsTr("Nobody is waiting")
        color: Theme.textFaint
        visible: rows.count === 0
    }

    ListView {
        id: rows

        objectName: "queueList"
        anchors.fill: parent
        anchors.topMargin: 40
        anchors.bottomMargin: 6
        anchors.leftMargin: Theme.s1
        anchors.rightMargin: Theme.s1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.work.queue.rows
        currentIndex: root.work.queue.chosenIndex
        highlightMoveDuration: Theme.quick
        section.property: "group"
        section.delegate: BaseText {
            required property string section

            width: ListView.view.width
            height: section === "queue" ? 0 : 30
            leftPadding: 12
            verticalAlignment: Text.AlignBottom
            text: section === "held" ? qsTr("Set aside") : section === "due" ? qsTr("Parked time is over") : ""
            font.pixelSize: Theme.small
            strong: true
            color: section === "due" ? Theme.callText : Theme.textFaint
            visible: section !== "queue"
        }
        delegate: QueueRow {
            width: ListView.view.width
            chosen: root.work.queue.chosen === ticket
            enabled: root.work.actions.isFree
            onClicked: root.work.queue.choose(ticket)
            onPutBack: root.work.chosen.putBack()
            onParkAgain: root.work.chosen.parkAgain()
            onCalled: {
                root.work.queue.choose(ticket);
                root.work.chosen.call();
            }
        }
        Accessible.role: Accessible.List
        Accessible.name: heading.text
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: 3
        y: rows.y + rows.visibleArea.yPosition * rows.height
        width: 3
        height: rows.visibleArea.heightRatio * rows.height
        radius: 2
        color: Theme.edge
        visible: rows.visibleArea.heightRatio < 1
    }
}
