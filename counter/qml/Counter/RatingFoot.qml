import QtQuick
import Branchline
import Counter.Core

// In which language and how large; who learns of it; and the way out.
Item {
    id: root

    required property RatingPad pad

    objectName: "ratingFoot"
    implicitHeight: speech.height

    LanguageSwitch {
        id: speech

        look: PadLook
        pixelSize: PadLook.sized(20)
        languages: root.pad.languages
    }

    RatingToggle {
        id: larger

        objectName: "ratingLarge"
        anchors.left: speech.right
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        iconName: "text-size"
        text: root.pad.words.larger
        selected: root.pad.comfort.large
        onClicked: root.pad.comfort.toggleLarge()
    }

    RatingToggle {
        id: sharper

        objectName: "ratingContrast"
        anchors.left: larger.right
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        iconName: "contrast"
        text: root.pad.words.contrast
        selected: root.pad.comfort.contrast
        onClicked: root.pad.comfort.toggleContrast()
    }

    PadText {
        anchors.left: sharper.right
        anchors.leftMargin: PadLook.s3
        anchors.right: send.left
        anchors.rightMargin: PadLook.s3
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.pad.words.anonymous
        font.pixelSize: PadLook.sized(20)
        fontSizeMode: Text.Fit
        minimumPixelSize: 16
        color: PadLook.textFaint
    }

    // Before there is a score it is the way out; then it sends.
    RatingChip {
        id: send

        objectName: root.pad.score > 0 ? "ratingSend" : "ratingSkip"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(200, implicitWidth)
        act: root.pad.score > 0
        text: root.pad.score > 0 ? root.pad.words.send : root.pad.words.skip
        onClicked: root.pad.score > 0 ? root.pad.send() : root.pad.skip()
    }
}
