pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// All that the day's path needs in one strip: who is here, what comes next, what went wrong.
FocusScope {
    id: root

    required property Session session
    required property Work work
    required property ServiceLink link
    required property Alarms help
    required property HallAlerts alerts

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
        keyPrefix: root.work.actions.hotSign
        topPadding: 10
        bottomPadding: 0
        down: pressed || root.work.runner.pending === control
        onPressedInVain: root.work.actions.pressedInVain(control)
    }

    readonly property bool narrow: width < 1200
    // Who asks for somebody needs room for words; what cannot be pressed makes it.
    readonly property bool crowded: narrow && alerts.text !== ""
    readonly property int gap: narrow ? 6 : Theme.s1

    objectName: "stripScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Counter %1 · %2").arg(session.counter).arg(session.staff)
    onVisibleChanged: if (visible) forceActiveFocus()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.work.actions.primary(); }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.work.actions.primary(); }
    Keys.onEscapePressed: root.work.actions.escape()

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
            objectName: root.work.current.number !== "" ? "stripNumber" : "stripNext"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 78 : 100
            height: 56
            largest: 40
            text: root.work.current.number !== "" ? root.work.current.number : root.work.current.nextNumber
            color: root.work.current.number !== "" ? Theme.text : Theme.textFaint
        }

        BaseText {
            objectName: "stripElapsed"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 56 : 66
            text: root.work.current.elapsed
            font.pixelSize: Theme.lead
            font.weight: Theme.heavy
            wrapMode: Text.NoWrap
            color: root.work.current.late ? Theme.callText : Theme.text
        }

        PrimaryButton {
            objectName: "stripPrimary"
            anchors.verticalCenter: parent.verticalCenter
            width: root.narrow ? 168 : 232
            height: 56
            horizontalPadding: Theme.s1
            text: root.work.actions.primaryShort
            keyHint: "F2"
            keyPrefix: root.work.actions.hotSign
            busy: root.work.actions.primaryBusy
            enabled: root.work.actions.primaryEnabled
            onClicked: root.work.actions.primary()
            onPressedInVain: root.work.actions.pressedInVain("primary")
        }

        Action {
            objectName: "stripRecall"
            control: "recall"
            anchors.verticalCenter: parent.verticalCenter
            text: root.work.actions.recallText
            keyHint: "F3"
            enabled: root.work.actions.hasCalled
            visible: enabled || !root.crowded
            onClicked: root.work.actions.recall()
        }

        Action {
            objectName: "stripMissed"
            control: "no-show"
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("No-show")
            keyHint: "F6"
            enabled: root.work.actions.hasCalled
            visible: enabled || !root.crowded
            onClicked: root.work.actions.act("no-show")
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
            enabled: root.work.undo.undoText !== ""
            visible: enabled || !root.narrow
            onClicked: root.work.actions.act("undo")
        }
    }

    BaseText {
        objectName: "stripLine"
        visible: width > 40 // for the moments of an undo there may be no room for a word
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
        color: root.work.runner.message !== "" && root.work.runner.alert || !root.link.live || root.work.notices.emergency !== "" ? Theme.callText : Theme.textQuiet
        text: root.work.runner.message !== "" ? root.work.runner.message
            : root.work.notices.emergency !== "" ? root.work.notices.emergency
            : root.alerts.text !== "" ? root.alerts.text + " · " + root.alerts.since
            : !root.link.live ? qsTr("No connection since %1").arg(root.link.since)
            : qsTr("%1 waiting").arg(root.work.queue.waiting) + (root.work.current.note !== "" ? " · " + root.work.current.note : "")
        Accessible.role: Accessible.AlertMessage
    }

    Shortcut {
        sequence: "Ctrl+Shift+G"
        enabled: root.visible
        onActivated: root.alerts.following()
    }

    Row {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.narrow ? 2 : Theme.s1

        SecondaryButton {
            objectName: "stripAlertMore"
            visible: root.alerts.more > 0 && !(root.narrow && root.work.actions.hasCalled)
            width: Theme.touch
            height: Theme.touch
            horizontalPadding: 2
            text: "+" + root.alerts.more
            Accessible.name: qsTr("%1 more: show the next").arg(root.alerts.more)
            onClicked: root.alerts.following()
        }

        SecondaryButton {
            objectName: "stripAlert"
            visible: root.alerts.text !== ""
            width: root.narrow ? Math.max(66, implicitWidth) : Math.max(84, implicitWidth)
            height: Theme.touch
            topPadding: 12
            bottomPadding: 0
            horizontalPadding: 2
            checked: true
            text: root.alerts.mine ? qsTr("Done") : qsTr("I go")
            keyHint: "Ctrl+G"
            Accessible.name: text + ": " + root.alerts.text + ", " + root.alerts.since
            onClicked: root.alerts.act()
        }

        HelpSign {
            help: root.help
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
