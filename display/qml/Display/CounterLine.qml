pragma ComponentBehavior: Bound

import QtQuick
import Branchline

// Where to go: the counter's number large, in the words of the main language, and small in the second one.
Row {
    id: root

    required property real unit
    required property var panel

    readonly property color ink: panel.look === "calm" ? Theme.text : Theme.white

    spacing: 26 * unit

    component Words: BaseText {
        anchors.baseline: counter.baseline
        visible: text !== ""
        font.pixelSize: 68 * root.unit
        wrapMode: Text.NoWrap
        color: root.ink
    }

    Arrow {
        anchors.verticalCenter: parent.verticalCenter
        width: 110 * root.unit
        height: width
        direction: root.panel.direction ?? ""
        color: root.ink
    }

    Words {
        text: root.panel.before ?? ""
    }

    BaseText {
        id: counter

        objectName: "mainCounter"
        text: root.panel.counter
        font.pixelSize: 150 * root.unit
        font.weight: Theme.heavy
        wrapMode: Text.NoWrap
        color: root.ink
    }

    Words {
        text: root.panel.after ?? ""
    }

    Words {
        text: root.panel.second ?? ""
        font.pixelSize: 46 * root.unit
        color: root.panel.look === "calm" ? Theme.textQuiet : root.ink
    }
}
