pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// One sentence: what is written, what the letters may mean, and the keys.
Item {
    id: root

    required property RatingPad pad

    readonly property Writing sentence: pad.sentence
    readonly property int edge: 56

    objectName: "ratingWriting"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.words.placeholder

    Rectangle {
        x: root.edge
        y: 24
        width: parent.width - 2 * root.edge
        height: 88
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: 2
        border.color: Theme.jade

        BaseText {
            objectName: "sentenceText"
            anchors.fill: parent
            anchors.margins: 12
            anchors.rightMargin: 170
            text: root.sentence.text + root.sentence.letters
            font.pixelSize: 26
            fontSizeMode: Text.Fit
            minimumPixelSize: 14
            verticalAlignment: Text.AlignVCenter
        }

        BaseText {
            anchors.fill: parent
            anchors.margins: 12
            text: root.pad.words.placeholder
            font.pixelSize: 26
            color: Theme.textFaint
            verticalAlignment: Text.AlignVCenter
            visible: root.sentence.text === "" && root.sentence.letters === ""
        }

        BaseText {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            text: root.pad.countdown
            font.pixelSize: 18
            color: Theme.textQuiet
            wrapMode: Text.NoWrap
        }
    }

    // They come and go as one writes; the keys below stay where they are.
    Row {
        id: choices

        x: root.edge
        y: 122
        height: 64
        spacing: 8
        scale: Math.min(1, (root.width - 2 * root.edge) / Math.max(1, implicitWidth))
        transformOrigin: Item.Left

        Repeater {
            model: root.sentence.choices

            RatingChip {
                required property int index
                required property string modelData

                objectName: "choice-" + index
                height: 64
                text: modelData
                selected: index === 0
                onClicked: root.sentence.choose(index)
            }
        }

        RatingChip {
            objectName: "choiceMore"
            height: 64
            text: root.pad.words.others
            visible: root.sentence.more
            onClicked: root.sentence.turn()
        }
    }

    RatingKeyboard {
        x: root.edge
        y: 206
        pad: root.pad
    }
}
