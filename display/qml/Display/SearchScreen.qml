pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// Before there is anything to show: what the board waits for. Its dots move as long as it tries.
Item {
    id: root

    required property real unit
    required property var message
    property bool trying: true

    objectName: "waitingScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: message.title?.main ?? ""

    Column {
        anchors.centerIn: parent
        width: parent.width - 160 * root.unit
        spacing: 20 * root.unit

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 200 * root.unit
            height: width
            radius: width / 2
            color: Theme.surface
            border.width: Theme.outline * root.unit
            border.color: Theme.edge

            Icon {
                anchors.centerIn: parent
                width: parent.width / 2
                height: width
                name: root.message.icon ?? ""
                color: Theme.textQuiet
            }
        }

        BaseText {
            objectName: "waitingFor"
            width: parent.width
            topPadding: 24 * root.unit
            text: root.message.title?.main ?? ""
            font.pixelSize: 60 * root.unit
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            width: parent.width
            text: root.message.title?.second ?? ""
            visible: text !== ""
            font.pixelSize: 40 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }

        BaseText {
            objectName: "waitingDetail"
            width: parent.width
            text: root.message.hint?.main ?? ""
            visible: text !== ""
            font.pixelSize: 30 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }

        Row {
            visible: root.trying
            anchors.horizontalCenter: parent.horizontalCenter
            topPadding: 24 * root.unit
            spacing: 16 * root.unit

            Repeater {
                model: 3

                Rectangle {
                    id: dot

                    required property int index

                    width: 18 * root.unit
                    height: width
                    radius: width / 2
                    color: Theme.textQuiet
                    opacity: 0.35

                    SequentialAnimation on opacity {
                        running: root.visible && !Theme.reduceMotion
                        loops: Animation.Infinite

                        PauseAnimation { duration: dot.index * 250 }
                        NumberAnimation { to: 1; duration: 300; easing.type: Easing.OutCubic }
                        NumberAnimation { to: 0.35; duration: 300; easing.type: Easing.OutCubic }
                        PauseAnimation { duration: 900 - dot.index * 250 }
                    }
                }
            }
        }
    }
}
