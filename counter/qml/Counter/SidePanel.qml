import QtQuick
import Branchline
import Counter.Core

// The queue, and what opens in its place: where to transfer, why to pause or to call, what there is to do.
Item {
    id: root

    required property Work work

    // How high the line below the queue is.
    property int foot: 0

    signal written

    function write(): void {
        transfer.write();
    }

    QueueCard {
        anchors.fill: parent
        anchors.bottomMargin: Math.max(22, root.foot + 5)
        visible: root.work.panels.open === ""
        work: root.work
    }

    TransferPanel {
        id: transfer

        anchors.fill: parent
        visible: root.work.panels.open === "transfer"
        work: root.work
        onWritten: root.written()
    }

    PausePanel {
        anchors.fill: parent
        visible: root.work.panels.open === "pause"
        work: root.work
    }

    DetailPanel {
        anchors.fill: parent
        visible: root.work.panels.open === "details"
        work: root.work
    }

    CallReasonPanel {
        anchors.fill: parent
        visible: root.work.panels.open === "callReason"
        work: root.work
    }

    LeavePanel {
        anchors.fill: parent
        visible: root.work.panels.open === "leave"
        work: root.work
    }
}
