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
        spacing: Theme.s3

        RatingSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "check"
        }

        BaseText {
            width: parent.width
            text: root.pad.words.thanks
            font.pixelSize: 52
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "thanksDetail"
            width: parent.width
            text: root.pad.thanksDetail
            font.pixelSize: 25
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
