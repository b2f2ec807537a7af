pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why the chosen one is called before their turn.
PanelSheet {
    id: root

    required property Work work

    objectName: "callReasonPanel"
    title: qsTr("%1 out of turn: why?").arg(work.queue.chosenNumber)
    titleName: "callReasonTitle"
    closeName: "callReasonCancel"
    onClosed: work.actions.escape()

    Grid {
        x: Theme.s1
        y: root.contentTop
        width: parent.width - 2 * Theme.s1
        columns: 2
        spacing: 6

        Repeater {
            model: root.work.chosen.reasons

            SecondaryButton {
                required property string reason
                required property string name
                required property string hint

                objectName: "callReason-" + reason
                width: (parent.width - 6) / 2
                height: Theme.touch
                horizontalPadding: Theme.s1
                topPadding: 10
                bottomPadding: 0
                text: name
                keyHint: hint
                onClicked: root.work.chosen.callFor(reason)
            }
        }
    }
}
