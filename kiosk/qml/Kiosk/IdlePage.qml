import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// Nobody is here: slides over the whole screen, and what a touch does. That touch chooses nothing.
Rectangle {
    id: root

    required property KioskContext kiosk

    readonly property bool up: kiosk.shown.name === "slides"

    objectName: "idleScreen"
    visible: up
    color: Theme.night

    Slides {
        anchors.top: parent.top
        anchors.bottom: foot.top
        width: parent.width
        show: root.kiosk.slides
        playing: root.kiosk.screensaver.resting && root.kiosk.shown.below !== "shut"
    }

    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: words.height + 2 * Theme.s6
        color: Theme.jade

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s8
            width: parent.width - 2 * Theme.s8
            spacing: Theme.s2

            BaseText {
                objectName: "idleTitle"
                width: parent.width
                text: qsTr("Touch the screen to take a number")
                font.pixelSize: Theme.heading
                strong: true
                color: "white"
                horizontalAlignment: Text.AlignHCenter
            }

            BaseText {
                objectName: "idleNotice"
                width: parent.width
                text: root.kiosk.notices.line || root.kiosk.home.notice
                color: "white"
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }
        }
    }

    MouseArea {
        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Touch the screen to take a number")
        onReleased: root.kiosk.screensaver.wake()
        onCanceled: root.kiosk.screensaver.wake()
    }
}
