pragma ComponentBehavior: Bound

import QtQuick
import Branchline.Core

// A whole screen with nothing to show yet: says plainly what it waits for, and what one can do meanwhile.
Rectangle {
    id: root

    required property string waitingFor
    property string detail: ""
    property string iconName: "clock"
    property bool busy: true

    objectName: "waitingScreen"
    color: Theme.ground
    Accessible.role: Accessible.Pane
    Accessible.name: waitingFor
    Accessible.description: detail

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s4, Theme.body * 30)
        spacing: Theme.s3

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.hero * 1.6
            height: width
            radius: width / 2
            color: Theme.dark ? Theme.night2 : Theme.jadeSoft

            Icon {
                anchors.centerIn: parent
                width: parent.width / 2
                height: width
                name: root.iconName
                color: Theme.dark ? Theme.mist : Theme.jade
            }
        }

        BaseText {
            objectName: "waitingFor"
            width: parent.width
            text: root.waitingFor
            font.pixelSize: Theme.title
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "waitingDetail"
            width: parent.width
            text: root.detail
            visible: text !== ""
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s1
            visible: root.busy

            Repeater {
                model: 3

                Rectangle {
                    id: dot

                    required property int index

                    width: Theme.s1 * 1.5
                    height: width
                    radius: width / 2
                    color: Theme.textQuiet
                    opacity: 0.35

                    // One dot after the other: it still tries. Still for those who want no motion.
                    SequentialAnimation on opacity {
                        running: root.busy && root.visible && !Theme.reduceMotion
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
