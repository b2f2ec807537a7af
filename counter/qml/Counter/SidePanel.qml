import QtQuick
import Branchline
import Counter.Core

// The queue, and what opens in its place: where to transfer, why to pause or to call, what there is to do.
Item {
    id: root

    required property MyQueue queue
    required property Panels panels
    required property CurrentTicket card
    required property Checklist checklist
    required property SignOut leaving
    required property Actions desk

    // How high the line below the queue is.
    property int foot: 0

    signal written

    function write(): void {
        transfer.write();
    }

    QueueCard {
        anchors.fill: parent
        anchors.bottomMargin: Math.max(22, root.foot + 5)
        visible: root.panels.open === ""
        queue: root.queue
        desk: root.desk
    }

    TransferPanel {
        id: transfer

        anchors.fill: parent
        visible: root.panels.open === "transfer"
        panels: root.panels
        desk: root.desk
        onWritten: root.written()
    }

    PausePanel {
        anchors.fill: parent
        visible: root.panels.open === "pause"
        panels: root.panels
        desk: root.desk
    }

    DetailPanel {
        anchors.fill: parent
        visible: root.panels.open === "details"
        card: root.card
        checklist: root.checklist
        desk: root.desk
    }

    CallReasonPanel {
        anchors.fill: parent
        visible: root.panels.open === "callReason"
        panels: root.panels
        queue: root.queue
        desk: root.desk
    }

    LeavePanel {
        anchors.fill: parent
        visible: root.panels.open === "leave"
        leaving: root.leaving
        desk: root.desk
    }
}
