pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// What there is to do for the customer at the counter: the steps of the service standard.
Panel {
    id: root

    required property Checklist checklist
    required property Desk desk

    objectName: "detailPanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    BaseText {
        id: heading

        objectName: "detailHeading"
        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.right: close.left
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: root.checklist.steps.count > 0 ? qsTr("Steps · S ticks the next") : qsTr("This service has no steps")
        strong: true
        elide: Text.ElideRight
        maximumLineCount: 2
    }

    SecondaryButton {
        id: close

        objectName: "detailClose"
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

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.s1
        anchors.topMargin: Theme.touch + 14
        clip: true
        contentHeight: steps.height
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: steps

            width: parent.width
            spacing: 6

            Repeater {
                model: root.checklist.steps

                StepButton {
                    width: (steps.width - steps.spacing) / 2
                    enabled: root.checklist.serving
                    onClicked: root.checklist.toggle(step)
                }
            }
        }
    }
}
