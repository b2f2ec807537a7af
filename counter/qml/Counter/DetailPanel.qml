pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// What there is to do for the customer at the counter and to know of them: the steps of the service standard,
// and line by line what the service tells a teller.
PanelSheet {
    id: root

    required property Work work

    readonly property bool lists: work.checklist.summary !== ""

    objectName: "detailPanel"
    title: lists ? qsTr("Steps · S ticks the next") : qsTr("About this visit")
    titleName: "detailHeading"
    titleLines: 2
    closeName: "detailClose"
    onClosed: work.actions.escape()
    onVisibleChanged: page.contentY = 0

    Flickable {
        id: page

        objectName: "detailPage"
        anchors.fill: parent
        anchors.margins: Theme.s1
        anchors.topMargin: root.contentTop
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
                    model: root.work.checklist.steps

                    StepButton {
                        width: (steps.width - steps.spacing) / 2
                        enabled: root.work.checklist.serving
                        onClicked: root.work.checklist.toggle(step)
                    }
                }
            }

            Repeater {
                model: root.work.current.details

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
