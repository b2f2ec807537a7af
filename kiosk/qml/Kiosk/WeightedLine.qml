import QtQuick
import Branchline

// "about 9–14 min" with the figures larger than their words, all on one baseline.
Row {
    id: root

    required property list<string> words

    height: figures.height
    spacing: Theme.s1

    FontMetrics {
        id: figures

        font: value.font
    }

    BaseText {
        y: figures.ascent - baselineOffset
        text: root.words[0] ?? ""
        visible: text !== ""
        wrapMode: Text.NoWrap
        color: Theme.textQuiet
        Accessible.ignored: true
    }

    BaseText {
        id: value

        y: figures.ascent - baselineOffset
        text: root.words[1] ?? ""
        visible: text !== ""
        font.pixelSize: Theme.lead
        font.weight: Theme.heavy
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    BaseText {
        y: figures.ascent - baselineOffset
        text: root.words[2] ?? ""
        visible: text !== ""
        wrapMode: Text.NoWrap
        color: Theme.textQuiet
        Accessible.ignored: true
    }
}
