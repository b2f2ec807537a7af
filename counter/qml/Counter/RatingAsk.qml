pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// One touch is enough; who has more to say finds it in the same place.
Item {
    id: root

    required property RatingPad pad

    readonly property int edge: 56

    objectName: "ratingScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.words.question

    BaseText {
        x: root.edge
        y: 46
        width: parent.width - 2 * root.edge - 230
        text: root.pad.words.question
        font.pixelSize: 44
        font.weight: Theme.heavy
    }

    BaseText {
        objectName: "ratingCountdown"
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        y: 60
        text: root.pad.countdown
        font.pixelSize: 24
        color: Theme.textQuiet
        wrapMode: Text.NoWrap
    }

    BaseText {
        objectName: "ratingAbout"
        x: root.edge
        y: 116
        text: root.pad.about
        font.pixelSize: 24
        color: Theme.textQuiet
    }

    Row {
        id: faces

        x: root.edge
        y: 182
        width: parent.width - 2 * root.edge
        height: 208
        spacing: 22

        Repeater {
            model: 5

            Face {
                required property int index

                objectName: "score-" + rating
                rating: index + 1
                pixelSize: 25
                width: (faces.width - 4 * faces.spacing) / 5
                height: faces.height
                text: root.pad.scoreWords[index] ?? ""
                chosen: root.pad.score === rating
                onClicked: root.pad.choose(rating)
            }
        }
    }

    BaseText {
        x: root.edge
        y: 414
        height: 64
        verticalAlignment: Text.AlignVCenter
        text: root.pad.words.hint
        font.pixelSize: 24
        color: Theme.textQuiet
        visible: root.pad.score === 0
    }

    // As wide as what the branch offers; smaller all together rather than cut.
    Row {
        x: root.edge
        y: 414
        spacing: 10
        visible: root.pad.score > 0
        scale: Math.min(1, (root.width - 2 * root.edge) / Math.max(1, implicitWidth))
        transformOrigin: Item.Left

        Repeater {
            model: 4

            RatingChip {
                required property int index

                objectName: "ratingTag-" + index
                text: root.pad.tags[index] ?? ""
                selected: root.pad.given[index] ?? false
                visible: text !== ""
                onClicked: root.pad.toggleTag(index)
            }
        }

        RatingChip {
            objectName: "ratingWrite"
            text: root.pad.sentence.text === "" ? root.pad.words.write : root.pad.shortSentence
            Accessible.name: root.pad.sentence.text === "" ? text : root.pad.sentence.text
            selected: root.pad.sentence.text !== ""
            onClicked: root.pad.write()
        }
    }

    LanguageSwitch {
        id: speech

        anchors.left: parent.left
        anchors.leftMargin: root.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 30
        height: 64
        pixelSize: 20
        languages: root.pad.languages
    }

    BaseText {
        anchors.left: speech.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: root.edge + 220
        anchors.verticalCenter: speech.verticalCenter
        text: root.pad.words.anonymous
        font.pixelSize: 20
        color: Theme.textFaint
    }

    RatingChip {
        objectName: "ratingSend"
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        anchors.verticalCenter: speech.verticalCenter
        width: 200
        act: true
        text: root.pad.words.send
        visible: root.pad.score > 0
        onClicked: root.pad.send()
    }
}
