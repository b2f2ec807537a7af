pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why nobody is to be called for a while.
Panel {
    id: root

    required property Panels panels
    required property Desk desk

    objectName: "pausePanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    BaseText {
        id: heading

        x: 20
        y: Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Pause for")
        strong: true
    }

    SecondaryButton {
        objectName: "pauseCancel"
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

    Column {
        x: Theme.s1
        y: Theme.touch + 14
        width: parent.width - 2 * Theme.s1
        spacing: 6

        Repeater {
            model: root.panels.reasons

            SecondaryButton {
                required property string reason
                required property string name
                required property string hint

                objectName: "pauseReason-" + reason
                width: parent.width
                height: Theme.touch
                topPadding: 10
                bottomPadding: 0
                text: name
                keyHint: hint
                onClicked: root.desk.pause(reason)
            }
        }
    }
}
