pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why nobody is to be called for a while.
PanelSheet {
    id: root

    required property Work work

    objectName: "pausePanel"
    title: qsTr("Pause for")
    closeName: "pauseCancel"
    onClosed: work.actions.escape()

    Column {
        x: Theme.s1
        y: root.contentTop
        width: parent.width - 2 * Theme.s1
        spacing: 6

        Item {
            width: parent.width
            height: label.height

            BaseText {
                id: label

                leftPadding: 12
                text: qsTr("Back in (minutes)")
                color: Theme.textQuiet
                font.pixelSize: Theme.small
            }

            BaseText {
                anchors.right: parent.right
                anchors.rightMargin: 10
                text: "M"
                color: Theme.textFaint
                font.pixelSize: Theme.small * 0.9
                font.weight: Theme.semiBold
                Accessible.ignored: true
            }

            Shortcut {
                sequence: "M"
                enabled: root.visible
                onActivated: root.work.pause.nextMinutes()
            }
        }

        Row {
            id: times

            width: parent.width
            spacing: 6

            Repeater {
                model: root.work.pause.minuteChoices

                SecondaryButton {
                    required property int modelData
                    required property int index

                    objectName: "pauseMinutes-" + modelData
                    width: (times.width - 4 * times.spacing) / 5
                    height: Theme.touch
                    topPadding: 10
                    bottomPadding: 0
                    leftPadding: 0
                    rightPadding: 0
                    text: modelData
                    checked: root.work.pause.minutes === modelData
                    Accessible.name: qsTr("Back in %1 minutes").arg(modelData)
                    onClicked: root.work.pause.chooseMinutes(modelData)
                }
            }
        }

        Flow {
            width: parent.width
            topPadding: Theme.s1
            spacing: 6

            Repeater {
                model: root.work.pause.reasons

                SecondaryButton {
                    required property string reason
                    required property string name
                    required property string hint

                    objectName: "pauseReason-" + reason
                    width: Math.max(96, implicitWidth)
                    height: Theme.touch
                    topPadding: 10
                    bottomPadding: 0
                    text: name
                    keyHint: hint
                    onClicked: root.work.pause.begin(reason)
                }
            }
        }
    }
}
