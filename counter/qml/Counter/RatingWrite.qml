pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// One sentence: what is written, what the letters may mean, and the keys.
FocusScope {
    id: root

    required property RatingPad pad

    readonly property CommentKeyboard sentence: pad.sentence
    readonly property int edge: 56

    objectName: "ratingWriting"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.words.placeholder
    Component.onCompleted: forceActiveFocus()
    Keys.onReturnPressed: root.sentence.done()
    Keys.onEnterPressed: root.sentence.done()
    Keys.onEscapePressed: root.sentence.done()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            root.sentence.erase();
            event.accepted = true;
        } else {
            event.accepted = root.sentence.type(event.text);
        }
    }

    Rectangle {
        x: root.edge
        y: 24
        width: parent.width - 2 * root.edge
        height: 88
        radius: PadLook.radiusControl
        color: PadLook.surface
        border.width: 2
        border.color: PadLook.jade

        PadText {
            objectName: "sentenceText"
            anchors.fill: parent
            anchors.margins: 12
            anchors.rightMargin: 170
            text: root.sentence.text + root.sentence.letters
            font.pixelSize: PadLook.sized(26)
            fontSizeMode: Text.Fit
            minimumPixelSize: 14
            verticalAlignment: Text.AlignVCenter
        }

        PadText {
            anchors.fill: parent
            anchors.margins: 12
            text: root.pad.words.placeholder
            font.pixelSize: PadLook.sized(26)
            color: PadLook.textFaint
            verticalAlignment: Text.AlignVCenter
            visible: root.sentence.text === "" && root.sentence.letters === ""
        }

        PadText {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            text: root.pad.countdown
            font.pixelSize: PadLook.sized(18)
            color: PadLook.textQuiet
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
