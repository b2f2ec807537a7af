import QtQuick
import Branchline
import Counter.Core

// Between two customers: which counter this is, and who is being served.
Item {
    id: root

    required property RatingPad pad

    readonly property bool serves: pad.number !== ""

    objectName: "ratingIdle"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.counterText

    PadText {
        x: 56
        y: 46
        text: root.pad.counterText
        font.pixelSize: PadLook.sized(44)
        font.weight: PadLook.heavy
        visible: root.pad.status !== "closed"
    }

    PadText {
        objectName: "idleWelcome"
        anchors.right: parent.right
        anchors.rightMargin: 56
        y: 60
        text: root.pad.words.welcome
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
            iconName: root.pad.status === "ready" ? "people" : "clock"
            notice: root.pad.status !== "ready"
            visible: !root.serves
        }

        PadText {
            objectName: "idleStatus"
            width: parent.width
            topPadding: root.serves ? 0 : PadLook.s2
            text: root.pad.words[root.pad.status] ?? ""
            font.pixelSize: PadLook.sized(34)
            color: PadLook.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }

        NumberText {
            look: PadLook
            objectName: "idleNumber"
            width: parent.width
            height: 220
            largest: 200
            text: root.pad.number
            horizontalAlignment: Text.AlignHCenter
            visible: root.serves
        }
    }
}
