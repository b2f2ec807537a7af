pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// All that the day's path needs in one strip: who is here, what comes next, what went wrong.
FocusScope {
    id: root

    required property Session session
    required property ActionRunner asker
    required property ServiceLink link
    required property CurrentTicket card
    required property MyQueue queue
    required property Actions desk
    required property UndoBar recent
    required property CounterNotices notices
    required property Alarms assistance

    signal dragged
    signal dropped
    signal enlarge
    signal otherEdge

    component Action: SecondaryButton {
        property string control: ""

        // In a narrow strip a longer word goes on two lines: what is beside it stays where it is.
        width: root.narrow ? Math.max(72, Math.min(84, implicitWidth)) : Math.max(80, implicitWidth)
        height: 56
        horizontalPadding: root.narrow ? 4 : Theme.s1
        keyPrefix: root.desk.hotSign
        topPadding: 10
        bottomPadding: 0
        down: pressed || root.asker.pending === control
        onPressedInVain: root.desk.pressedInVain(control)
    }

    readonly property bool narrow: width < 1200
    readonly property int gap: narrow ? 6 : Theme.s1

    objectName: "stripScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Counter %1 · %2").arg(session.counter).arg(session.staff)
    onVisibleChanged: if (visible) forceActiveFocus()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.desk.primary(); }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.desk.primary(); }
    Keys.onEscapePressed: root.desk.escape()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.edge
    }

    DragHandler {
        target: null
        onActiveChanged: active ? root.dragged() : root.dropped()
    }

    Row {
        id: acts

        x: root.narrow ? Theme.s1 : Theme.s2
        height: parent.height
        spacing: root.gap

        NumberText {
            objectName: root.card.number !== "" ? "stripNumber" : "stripNext"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 78 : 100
            height: 56
            largest: 40
            text: root.card.number !== "" ? root.card.number : root.card.nextNumber
            color: root.card.number !== "" ? Theme.text : Theme.textFaint
        }

        BaseText {
            objectName: "stripElapsed"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 56 : 66
            text: root.card.elapsed
            font.pixelSize: Theme.lead
            font.weight: Theme.heavy
            wrapMode: Text.NoWrap
            color: root.card.late ? Theme.callText : Theme.text
        }

        PrimaryButton {
            objectName: "stripPrimary"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 168 : 232
            height: 56
            horizontalPadding: Theme.s1
            text: root.desk.primaryShort
            keyHint: "F2"
            keyPrefix: root.desk.hotSign
            busy: root.desk.primaryBusy
            enabled: root.desk.primaryEnabled
            onClicked: root.desk.primary()
            onPressedInVain: root.desk.pressedInVain("primary")
        }

        Action {
            objectName: "stripRecall"
            control: "recall"
            anchors.verticalCenter: parent.verticalCenter
            text: root.desk.recallText
            keyHint: "F3"
            enabled: root.desk.hasCalled
            onClicked: root.desk.recall()
        }

        Action {
            objectName: "stripMissed"
            control: "missed"
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("No-show")
            keyHint: "F6"
            enabled: root.desk.hasCalled
            onClicked: root.desk.act("missed")
        }

        Action {
            objectName: "stripUndo"
            control: "undo"
            anchors.verticalCenter: parent.verticalCenter
            text: root.narrow ? "" : qsTr("Undo")
            iconName: root.narrow ? "back" : ""
            width: root.narrow ? Theme.touch : Math.max(80, implicitWidth)
            Accessible.name: qsTr("Undo")
            keyHint: "F9"
            enabled: root.recent.undoText !== ""
            visible: enabled || !root.narrow
            onClicked: root.desk.act("undo")
        }
    }

    BaseText {
        objectName: "stripLine"
        anchors.left: acts.right
        anchors.leftMargin: root.narrow ? Theme.s1 : Theme.s2
        anchors.right: more.left
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height - 8
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: 11
        elide: Text.ElideRight
        font.pixelSize: Theme.small + 1
        color: root.asker.message !== "" && root.asker.alert || !root.link.live || root.notices.emergency !== "" ? Theme.callText : Theme.textQuiet
        text: root.asker.message !== "" ? root.asker.message
            : root.notices.emergency !== "" ? root.notices.emergency
            : !root.link.live ? qsTr("No connection since %1").arg(root.link.since)
            : qsTr("%1 waiting").arg(root.queue.waiting) + (root.card.note !== "" ? " · " + root.card.note : "")
        Accessible.role: Accessible.AlertMessage
    }

    Row {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.narrow ? 2 : Theme.s1

        HelpSign {
            assistance: root.assistance
        }

        SecondaryButton {
            readonly property string label: qsTr("To the other edge of the screen")

            objectName: "edgeButton"
            visible: !root.narrow
            width: Theme.touch
            height: Theme.touch
            horizontalPadding: 2
            iconName: "forward"
            rotation: 90
            Accessible.name: label
            onClicked: root.otherEdge()
        }

        SecondaryButton {
            objectName: "enlargeButton"
            readonly property string label: qsTr("The large window")

            width: root.narrow ? 56 : Math.max(88, implicitWidth)
            height: Theme.touch
            topPadding: root.narrow ? 12 : 10
            bottomPadding: 0
            horizontalPadding: root.narrow ? 2 : Theme.s1
            text: root.narrow ? "" : qsTr("Large")
            iconName: root.narrow ? "strip" : ""
            Accessible.name: label
            keyHint: "Ctrl+D"
            onClicked: root.enlarge()
        }
    }
}
