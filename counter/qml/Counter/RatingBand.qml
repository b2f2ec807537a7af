import QtQuick
import Branchline
import Counter.Core

// Below the slides: whose counter this is, and who is being served.
Rectangle {
    id: root

    required property PadIdle idle
    required property var words

    objectName: "ratingBand"
    color: PadLook.surface

    Rectangle {
        width: parent.width
        height: PadLook.stroke
        color: PadLook.edge
    }

    Column {
        x: 56
        width: Math.min(implicitWidth, parent.width * 0.4)
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        PadText {
            objectName: "bandCounter"
            text: root.idle.counterText
            font.pixelSize: 40
            font.weight: PadLook.heavy
            visible: root.idle.status !== "closed"
        }

        PadText {
            objectName: "bandTeller"
            text: root.idle.teller
            font.pixelSize: 24
            color: PadLook.textQuiet
            visible: text !== ""
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: 56
        height: parent.height
        spacing: PadLook.s3

        PadText {
            objectName: "bandStatus"
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width * 0.5)
            text: root.words[root.idle.status] ?? ""
            font.pixelSize: 26
            horizontalAlignment: Text.AlignRight
            color: PadLook.textQuiet
        }

        NumberText {
            objectName: "bandNumber"
            look: PadLook
            width: implicitWidth
            height: parent.height
            largest: 84
            fontSizeMode: Text.VerticalFit
            text: root.idle.number
            visible: text !== ""
        }
    }
}
