import QtQuick
import Branchline
import Counter.Core

// Between two customers: which counter this is, who sits there, and who is being served. Where the branch has
// slides they take the most of it, but for the moment in which somebody is called.
Item {
    id: root

    required property PadIdle idle
    required property var words

    readonly property bool serves: idle.number !== ""
    readonly property bool slides: idle.slides.available && idle.status !== "calling"

    objectName: "ratingIdle"
    Accessible.role: Accessible.Pane
    Accessible.name: idle.counterText

    Item {
        anchors.fill: parent
        visible: !root.slides

        PadText {
            id: counter

            x: 56
            y: 46
            text: root.idle.counterText
            font.pixelSize: PadLook.sized(44)
            font.weight: PadLook.heavy
            visible: root.idle.status !== "closed"
        }

        PadText {
            objectName: "idleTeller"
            x: 56
            anchors.top: counter.bottom
            anchors.topMargin: 4
            text: root.idle.teller
            font.pixelSize: PadLook.sized(24)
            color: PadLook.textQuiet
        }

        PadText {
            objectName: "idleWelcome"
            anchors.right: parent.right
            anchors.rightMargin: 56
            y: 60
            text: root.words.welcome
            font.pixelSize: PadLook.sized(24)
            color: PadLook.textQuiet
        }

        Column {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 24
            width: parent.width - 112
            spacing: PadLook.s2

            RatingSign {
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: root.idle.status === "ready" ? "people" : "clock"
                notice: root.idle.status !== "ready"
                visible: !root.serves
            }

            PadText {
                objectName: "idleStatus"
                width: parent.width
                topPadding: root.serves ? 0 : PadLook.s2
                text: root.words[root.idle.status] ?? ""
                font.pixelSize: PadLook.sized(34)
                color: PadLook.textQuiet
                horizontalAlignment: Text.AlignHCenter
            }

            NumberText {
                objectName: "idleNumber"
                look: PadLook
                width: parent.width
                height: 220
                largest: 200
                text: root.idle.number
                horizontalAlignment: Text.AlignHCenter
                visible: root.serves
            }
        }
    }

    Slides {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: band.top
        show: root.idle.slides
        // Also before there is one to show: that is how the first is found.
        playing: root.visible && root.idle.status !== "calling"
        opacity: root.slides ? 1 : 0
    }

    RatingBand {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 132
        visible: root.slides
        idle: root.idle
        words: root.words
    }
}
