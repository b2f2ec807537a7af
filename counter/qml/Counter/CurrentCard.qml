pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Who is at the counter. Every part has its place, whether it says something or not.
Panel {
    id: root

    required property CurrentTicket card
    required property Checklist checklist
    required property Panels panels

    readonly property bool occupied: card.number !== ""
    readonly property bool paused: card.phase === "paused"
    readonly property bool empty: !occupied && !paused && card.nextNumber === ""

    objectName: "currentCard"
    implicitHeight: 204
    Accessible.role: Accessible.Grouping
    Accessible.name: card.title + " " + card.number

    BaseText {
        objectName: "currentTitle"
        x: 20
        y: 16
        width: parent.width - 40 - elapsed.width
        text: root.card.title
        color: Theme.textQuiet
        visible: !root.empty
    }

    BaseText {
        id: elapsed

        objectName: "elapsed"
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        text: root.card.elapsed
        font.pixelSize: Theme.lead
        font.weight: Theme.heavy
        wrapMode: Text.NoWrap
        color: root.card.late ? Theme.callText : Theme.text
        visible: text !== ""
    }

    NumberText {
        id: number

        objectName: root.occupied ? "currentNumber" : "nextNumber"
        x: 20
        y: 40
        width: notes.visible ? 196 : parent.width - 40
        height: 84
        largest: root.occupied ? 86 : 60
        text: root.occupied ? root.card.number : root.card.nextNumber
        color: root.occupied ? Theme.text : Theme.ink3
        visible: text !== ""
    }

    CardNotes {
        id: notes

        anchors.left: number.right
        anchors.leftMargin: Theme.s1
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 46
        height: 78
        note: root.card.note
        hint: root.card.hint
    }

    Row {
        x: 20
        y: 130
        width: parent.width - 40
        height: 26
        spacing: 6
        clip: true

        Repeater {
            model: root.card.tags

            Tag {
                required property var modelData

                text: modelData.text
                tone: modelData.tone
            }
        }
    }

    CardFoot {
        x: 20
        y: 156
        width: parent.width - 40
        card: root.card
        checklist: root.checklist
        panels: root.panels
    }

    CardSign {
        anchors.centerIn: parent
        width: parent.width - 40
        text: root.paused ? qsTr("Nobody is called until you resume") : root.card.title
        paused: root.paused
        visible: root.empty || root.paused
    }
}
