pragma ComponentBehavior: Bound

import QtQuick
import Branchline

// "about 12 min" with the figures larger than their words, all on one baseline: by turns plain and heavy.
Row {
    id: root

    required property list<string> words
    property int pixelSize: Theme.lead

    height: figures.height
    spacing: Theme.s1

    FontMetrics {
        id: figures

        font.family: Theme.family
        font.weight: Theme.heavy
        font.pixelSize: root.pixelSize
    }

    component Part: BaseText {
        property int at: 0
        readonly property bool heavy: at % 2 === 1

        y: figures.ascent - baselineOffset
        text: root.words[at] ?? ""
        visible: text !== ""
        font.pixelSize: heavy ? root.pixelSize : Math.min(root.pixelSize, Theme.body)
        font.weight: heavy ? Theme.heavy : Theme.regular
        wrapMode: Text.NoWrap
        color: heavy ? Theme.text : Theme.textQuiet
        Accessible.ignored: true
    }

    // As many as a wait can have: "about 1 h 20 min – 2 h".
    Part { at: 0 }
    Part { at: 1 }
    Part { at: 2 }
    Part { at: 3 }
    Part { at: 4 }
    Part { at: 5 }
    Part { at: 6 }
}
