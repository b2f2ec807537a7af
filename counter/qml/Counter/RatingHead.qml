import QtQuick
import Branchline
import Counter.Core

// What is asked, about which service, and how long it stands.
Item {
    id: root

    required property RatingPad pad

    objectName: "ratingHead"
    implicitHeight: about.y + about.height

    PadText {
        id: question

        width: parent.width - until.width - PadLook.s3
        text: root.pad.words.question
        font.pixelSize: PadLook.sized(44)
        font.weight: PadLook.heavy
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 30
        wrapMode: Text.NoWrap
    }

    PadText {
        id: until

        objectName: "ratingCountdown"
        anchors.right: parent.right
        anchors.baseline: question.baseline
        text: root.pad.countdown
        font.pixelSize: PadLook.sized(24)
        color: PadLook.textQuiet
        wrapMode: Text.NoWrap
    }

    PadText {
        id: about

        objectName: "ratingAbout"
        anchors.top: question.bottom
        anchors.topMargin: 6
        width: parent.width
        text: root.pad.about
        font.pixelSize: PadLook.sized(24)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 18
        wrapMode: Text.NoWrap
        color: PadLook.textQuiet
    }
}
