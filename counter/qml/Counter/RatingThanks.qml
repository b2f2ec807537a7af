import QtQuick
import Branchline
import Counter.Core

// That was all; it goes by itself.
Item {
    id: root

    required property RatingPad pad

    objectName: "ratingThanks"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.words.thanks

    Column {
        anchors.centerIn: parent
        width: parent.width - 112
        spacing: PadLook.s3

        RatingSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: root.pad.taken ? "check" : "info"
            notice: !root.pad.taken
        }

        PadText {
            width: parent.width
            text: root.pad.words.thanks
            font.pixelSize: PadLook.sized(52)
            font.weight: PadLook.heavy
            horizontalAlignment: Text.AlignHCenter
        }

        PadText {
            objectName: "thanksDetail"
            width: parent.width
            text: root.pad.thanksDetail
            font.pixelSize: PadLook.sized(25)
            color: PadLook.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
