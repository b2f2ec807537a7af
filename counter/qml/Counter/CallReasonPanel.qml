pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why the chosen one is called before their turn.
Panel {
    id: root

    required property Panels panels
    required property MyQueue queue
    required property Actions desk

    objectName: "callReasonPanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    BaseText {
        id: heading

        objectName: "callReasonTitle"
        x: 20
        y: Theme.s1
        width: close.x - x - Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: qsTr("%1 out of turn: why?").arg(root.queue.chosenNumber)
        strong: true
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }

    SecondaryButton {
        id: close

        objectName: "callReasonCancel"
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

    Grid {
        x: Theme.s1
        y: Theme.touch + 14
        width: parent.width - 2 * Theme.s1
        columns: 2
        spacing: 6

        Repeater {
            model: root.panels.callReasons

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
                onClicked: root.desk.callFor(reason)
            }
        }
    }
}
