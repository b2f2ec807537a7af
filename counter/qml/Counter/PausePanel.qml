pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why nobody is to be called for a while.
Panel {
    id: root

    required property Panels panels
    required property Actions desk

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
                onActivated: root.panels.nextMinutes()
            }
        }

        Row {
            id: times

            width: parent.width
            spacing: 6

            Repeater {
                model: root.panels.minuteChoices

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
                    checked: root.panels.minutes === modelData
                    Accessible.name: qsTr("Back in %1 minutes").arg(modelData)
                    onClicked: root.panels.chooseMinutes(modelData)
                }
            }
        }

        Flow {
            width: parent.width
            topPadding: Theme.s1
            spacing: 6

            Repeater {
                model: root.panels.reasons

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
                    onClicked: root.desk.pause(reason)
                }
            }
        }
    }
}
