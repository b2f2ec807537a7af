pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// One touch is enough; who has more to say finds it in the same place. 1 to 5 are keys, Esc is for who says nothing.
FocusScope {
    id: root

    required property RatingPad pad

    readonly property int edge: 56
    readonly property int gap: PadLook.largeType ? 16 : 24

    objectName: "ratingScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.words.question
    onVisibleChanged: if (visible) forceActiveFocus()
    Keys.onEscapePressed: root.pad.skip()
    Keys.onPressed: event => {
        const score = event.key - Qt.Key_0;
        if (score < 1 || score > 5)
            return;
        event.accepted = true;
        root.pad.choose(score);
    }

    RatingHead {
        id: head

        x: root.edge
        y: PadLook.largeType ? 28 : 40
        width: parent.width - 2 * root.edge
        pad: root.pad
    }

    Row {
        id: faces

        x: root.edge
        anchors.top: head.bottom
        anchors.topMargin: root.gap
        width: parent.width - 2 * root.edge
        height: Math.min(300, reasons.y - root.gap - y)
        spacing: 22

        Repeater {
            model: 5

            Face {
                required property int index

                objectName: "score-" + rating
                look: PadLook
                rating: index + 1
                pixelSize: PadLook.sized(25)
                width: (faces.width - 4 * faces.spacing) / 5
                height: faces.height
                text: root.pad.scoreWords[index] ?? ""
                chosen: root.pad.score === rating
                onClicked: root.pad.choose(rating)
            }
        }
    }

    // As high as the reasons may become: a face that was touched stays where it is.
    RatingReasons {
        id: reasons

        x: root.edge
        anchors.bottom: foot.top
        anchors.bottomMargin: root.gap
        width: parent.width - 2 * root.edge
        rows: PadLook.largeType ? 2 : 1
        pad: root.pad
    }

    RatingFoot {
        id: foot

        x: root.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: PadLook.largeType ? 20 : 28
        width: parent.width - 2 * root.edge
        pad: root.pad
    }
}
