pragma ComponentBehavior: Bound

import QtQuick
import Branchline

// Small and always there: who was missed, and the rule by which all are called.
Column {
    id: root

    required property real unit
    required property var texts
    property bool showRule: true

    spacing: 10 * unit

    component Fact: BaseText {
        width: root.width
        visible: text !== ""
        font.pixelSize: 24 * root.unit
        color: Theme.textQuiet
    }

    component Second: Fact {
        font.pixelSize: 21 * root.unit
    }

    Column {
        width: root.width
        visible: root.texts.next !== ""

        Fact {
            text: [root.texts.nextLabel.main, root.texts.nextLabel.second].filter(Boolean).join(" · ")
        }

        Fact {
            objectName: "next"
            text: root.texts.next
            strong: true
            font.pixelSize: 32 * root.unit
            color: Theme.text
        }
    }

    Column {
        width: root.width
        visible: root.texts.missed !== ""

        Fact {
            text: [root.texts.missedLabel.main, root.texts.missedLabel.second].filter(Boolean).join(" · ")
        }

        Fact {
            objectName: "missed"
            text: root.texts.missed
            strong: true
            font.pixelSize: 32 * root.unit
            color: Theme.text
        }
    }

    Column {
        width: root.width
        visible: root.showRule

        Fact {
            objectName: "rule"
            text: root.texts.rule.main
        }

        Second {
            text: root.texts.rule.second
        }
    }
}
