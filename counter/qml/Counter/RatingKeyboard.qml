pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Letters, marks and what else is needed for one sentence; no keyboard of the machine's own has a part in it.
Column {
    id: root

    required property RatingPad pad

    readonly property CommentKeyboard sentence: pad.sentence

    objectName: "ratingKeyboard"
    spacing: 10

    component Letters: Row {
        id: row

        required property string keys

        spacing: 10

        Repeater {
            model: row.keys.split("")

            RatingKey {
                required property string modelData

                objectName: "key-" + modelData
                text: root.sentence.capital ? modelData.toUpperCase() : modelData
                onClicked: root.sentence.press(modelData)
            }
        }
    }

    Letters {
        keys: "qwertyuiop"
    }

    Row {
        spacing: 10

        Letters {
            keys: "asdfghjkl"
        }

        RatingKey {
            objectName: "key-erase"
            text: "⌫"
            Accessible.name: root.pad.words.erase
            autoRepeat: true
            onClicked: root.sentence.erase()
        }
    }

    Row {
        spacing: 10

        RatingKey {
            objectName: "key-shift"
            text: "↑"
            enabled: !root.sentence.chinese
            selected: root.sentence.capital
            Accessible.name: root.pad.words.capital
            onClicked: root.sentence.shift()
        }

        Letters {
            keys: "zxcvbnm"
        }

        Letters {
            keys: ",."
        }
    }

    Row {
        spacing: 10

        RatingKey {
            objectName: "key-switch"
            width: 174
            pixelSize: 22
            text: root.sentence.chinese ? "中文 → EN" : "EN → 中文"
            Accessible.name: root.pad.words.switch
            onClicked: root.sentence.switch()
        }

        RatingKey {
            objectName: "key-space"
            width: 358
            pixelSize: 22
            text: root.pad.words.space
            onClicked: root.sentence.space()
        }

        Letters {
            keys: "!?"
        }

        RatingKey {
            objectName: "key-done"
            width: 176
            pixelSize: 24
            act: true
            text: root.pad.words.done
            onClicked: root.sentence.done()
        }
    }
}
