pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Why, once there is a score: what the branch offers, and a line of one's own. Smaller all together rather than
// cut, but never lower than a finger needs.
Item {
    id: root

    required property RatingPad pad
    required property int rows

    readonly property int gap: 10
    readonly property real factor: {
        let size = 1;
        while (size > 0.5 && rowsAt(size) > root.rows)
            size -= 0.05;
        return size;
    }

    objectName: "ratingReasons"
    implicitHeight: rows * PadLook.touch + (rows - 1) * gap

    // How many rows they take at that size.
    function rowsAt(size: real): int {
        let count = 1;
        let x = 0;
        for (const chip of tags.children) {
            if (!(chip instanceof RatingChip) || !chip.visible)
                continue;
            const wide = Math.max(PadLook.touch, chip.natural * size);
            if (x > 0 && x + wide > root.width) {
                count += 1;
                x = 0;
            }
            x += wide + root.gap;
        }
        return count;
    }

    PadText {
        height: PadLook.touch
        width: parent.width
        verticalAlignment: Text.AlignVCenter
        text: root.pad.words.hint
        font.pixelSize: PadLook.sized(24)
        color: PadLook.textQuiet
        visible: root.pad.score === 0
    }

    Flow {
        id: tags

        width: root.width
        spacing: root.gap
        visible: root.pad.score > 0

        Repeater {
            model: 4

            RatingChip {
                required property int index

                objectName: "ratingTag-" + index
                factor: root.factor
                text: root.pad.tags[index] ?? ""
                selected: root.pad.given[index] ?? false
                visible: text !== ""
                Accessible.checkable: true
                Accessible.checked: selected
                onClicked: root.pad.toggleTag(index)
            }
        }

        RatingChip {
            objectName: "ratingWrite"
            factor: root.factor
            text: root.pad.sentence.text === "" ? root.pad.words.write : root.pad.shortSentence
            Accessible.name: root.pad.sentence.text === "" ? text : root.pad.sentence.text
            selected: root.pad.sentence.text !== ""
            onClicked: root.pad.write()
        }
    }
}
