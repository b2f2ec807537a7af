pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// What there is to do for the customer at the counter and to know of them: the steps of the service standard,
// and line by line what the service tells a teller.
Panel {
    id: root

    required property CurrentTicket card
    required property Checklist checklist
    required property Actions desk

    readonly property bool lists: checklist.summary !== ""

    objectName: "detailPanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text
    onVisibleChanged: page.contentY = 0

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
        text: root.lists ? qsTr("Steps · S ticks the next") : qsTr("About this visit")
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
        id: page

        objectName: "detailPage"
        anchors.fill: parent
        anchors.margins: Theme.s1
        anchors.topMargin: Theme.touch + 14
        clip: true
        contentHeight: all.height
        boundsBehavior: Flickable.StopAtBounds

        function turn(by: int): void {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + by * Theme.touch));
        }

        Column {
            id: all

            width: parent.width
            spacing: 6

            Flow {
                id: steps

                width: parent.width
                spacing: 6
                visible: root.lists

                Repeater {
                    model: root.checklist.steps

                    StepButton {
                        width: (steps.width - steps.spacing) / 2
                        enabled: root.checklist.serving
                        onClicked: root.checklist.toggle(step)
                    }
                }
            }

            Repeater {
                model: root.card.details

                DetailLine {
                    required property var modelData

                    width: all.width
                    about: modelData.about
                    said: modelData.said
                }
            }
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: 3
        y: page.y + page.visibleArea.yPosition * page.height
        width: 3
        height: page.visibleArea.heightRatio * page.height
        radius: 2
        color: Theme.edge
        visible: page.visibleArea.heightRatio < 1
    }

    Shortcut {
        sequence: "Down"
        enabled: root.visible
        onActivated: page.turn(1)
    }

    Shortcut {
        sequence: "Up"
        enabled: root.visible
        onActivated: page.turn(-1)
    }
}
