pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Who is at the counter. Every part has its place, whether it says something or not.
Panel {
    id: root

    required property Work work

    readonly property bool occupied: work.current.number !== ""
    readonly property bool paused: work.current.phase === "paused"
    readonly property bool empty: !occupied && !paused && work.current.nextNumber === ""

    objectName: "currentCard"
    implicitHeight: 204
    Accessible.role: Accessible.Grouping
    Accessible.name: work.current.title + " " + work.current.number

    BaseText {
        objectName: "currentTitle"
        x: 20
        y: 16
        width: parent.width - 40 - elapsed.width
        text: root.work.current.title
        color: Theme.textQuiet
        visible: !root.empty
    }

    BaseText {
        id: elapsed

        objectName: "elapsed"
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        text: root.work.current.elapsed
        font.pixelSize: Theme.lead
        font.weight: Theme.heavy
        wrapMode: Text.NoWrap
        color: root.work.current.late ? Theme.callText : Theme.text
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
        text: root.occupied ? root.work.current.number : root.work.current.nextNumber
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
        note: root.work.current.note
        hint: root.work.current.hint
    }

    Row {
        x: 20
        y: 130
        width: parent.width - 40
        height: 26
        spacing: 6
        clip: true

        Repeater {
            model: root.work.current.tags

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
        work: root.work
    }

    CardSign {
        anchors.centerIn: parent
        width: parent.width - 40
        text: root.paused ? qsTr("Nobody is called until you resume") : root.work.current.title
        paused: root.paused
        visible: root.empty || root.paused
    }
}
