pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Who waits for this counter, next first; below, who has been set aside.
Panel {
    id: root

    required property MyQueue queue
    required property Actions desk

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
        busy: root.desk.explaining
        anchors.left: heading.right
        anchors.leftMargin: Theme.s1
        anchors.verticalCenter: heading.verticalCenter
        visible: root.queue.waiting > 0
        onClicked: root.desk.whyNext()
    }

    BaseText {
        objectName: "queueCount"
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        text: qsTr("%n waiting", "", root.queue.waiting)
        color: Theme.textFaint
        visible: !again.visible
    }

    ReprintButton {
        id: again

        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: heading.verticalCenter
        visible: root.queue.chosen !== ""
        onClicked: root.desk.printAgain()
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
        model: root.queue.rows
        currentIndex: root.queue.chosenIndex
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
            chosen: root.queue.chosen === ticket
            enabled: root.desk.isFree
            onClicked: root.queue.choose(ticket)
            onPutBack: root.desk.putBack()
            onParkAgain: root.desk.parkAgain()
            onCalled: {
                root.queue.choose(ticket);
                root.desk.callChosen();
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
