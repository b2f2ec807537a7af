pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Display.Core

// A strip above one counter: its number, whose turn it is there, and who serves. Vermilion: please come.
Rectangle {
    id: root

    required property CounterSign sign
    required property var stale
    required property bool known

    // A pixel of a strip of 1920 x 360.
    readonly property real unit: Math.min(width / 1920, height / 360)
    readonly property var shown: sign.shown
    readonly property bool calling: known && shown.look === "calling"
    readonly property color ink: calling ? Theme.white : Theme.text
    readonly property color quiet: calling ? Theme.white : Theme.textQuiet
    readonly property string who: [shown.name.main, shown.name.second].filter(Boolean).join(" · ")

    objectName: "signScreen"
    color: calling ? Theme.callPressed : Theme.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [shown.counter, shown.number, shown.text.main].filter(Boolean).join(" ")

    Behavior on color {
        ColorAnimation { duration: Theme.slow; easing.type: Theme.easing }
    }

    Rectangle {
        id: place

        width: Math.min(root.height, root.width * 0.22)
        height: root.height
        color: root.calling ? Theme.call : Theme.tile

        NumberText {
            objectName: "signCounter"
            anchors.fill: parent
            anchors.margins: 20 * root.unit
            anchors.bottomMargin: 96 * root.unit
            text: root.shown.counter
            largest: 220 * root.unit
            color: root.ink
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 30 * root.unit
            text: [root.shown.word.main, root.shown.word.second].filter(Boolean).map(word => word.replace("%1", "").trim()).join(" ")
            font.pixelSize: 44 * root.unit
            strong: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 8
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            color: root.ink
        }
    }

    NumberText {
        id: number

        objectName: "signNumber"
        anchors.left: place.right
        anchors.leftMargin: 60 * root.unit
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: 10 * root.unit
        width: 700 * root.unit
        visible: root.known && text !== ""
        text: root.shown.number
        largest: 250 * root.unit
        color: root.ink
    }

    Column {
        anchors.left: number.visible ? number.right : place.right
        anchors.leftMargin: 60 * root.unit
        anchors.right: parent.right
        anchors.rightMargin: 40 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 6 * root.unit

        Line {
            objectName: "signText"
            text: root.known ? root.shown.text.main : root.stale.main
            font.pixelSize: (number.visible ? 60 : 84) * root.unit
            strong: true
        }

        Line {
            objectName: "signSecond"
            text: root.known ? root.shown.text.second : root.stale.second
            font.pixelSize: (number.visible ? 40 : 52) * root.unit
            color: root.quiet
        }

        Line {
            objectName: "signHint"
            text: root.known ? [root.shown.hint.main, root.shown.hint.second].filter(Boolean).join(" · ") : ""
            font.pixelSize: 56 * root.unit
            strong: true
        }

        Line {
            objectName: "signName"
            text: root.known ? root.who : ""
            font.pixelSize: 40 * root.unit
            color: root.quiet
        }

        Line {
            objectName: "staleText"
            text: root.known ? [root.stale.main, root.stale.second].filter(Boolean).join(" · ") : ""
            font.pixelSize: 34 * root.unit
            color: root.calling ? Theme.white : Theme.warm
        }
    }

    component Line: BaseText {
        width: parent.width
        visible: text !== ""
        color: root.ink
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        wrapMode: Text.NoWrap
    }
}
