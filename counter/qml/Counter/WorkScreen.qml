import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// Everything a teller does, in one column; the queue stands beside it where there is room.
FocusScope {
    id: root

    required property Session session
    required property Work work
    required property ServiceLink link
    required property Alarms help
    required property HallAlerts alerts

    signal shrink
    signal settingsAsked

    readonly property bool wide: width >= 800
    readonly property int edge: Theme.s2

    objectName: "workScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Counter %1 · %2").arg(session.counter).arg(session.staff)
    onVisibleChanged: if (visible) keys.forceActiveFocus()

    function enter(repeated: bool): void {
        if (repeated)
            return;
        if (work.queue.chosen !== "" && work.actions.isFree)
            work.chosen.call();
        else
            work.actions.primary();
    }

    Item {
        id: keys

        anchors.fill: parent
        focus: true
        Keys.onReturnPressed: event => root.enter(event.isAutoRepeat)
        Keys.onEnterPressed: event => root.enter(event.isAutoRepeat)
        Keys.onEscapePressed: root.work.actions.escape()
        Keys.onTabPressed: event => {
            event.accepted = root.work.panels.open === "transfer";
            if (event.accepted)
                side.write();
        }
        Keys.onUpPressed: if (root.work.actions.isFree) root.work.queue.step(-1)
        Keys.onDownPressed: if (root.work.actions.isFree) root.work.queue.step(1)

        WorkHeader {
            id: header

            x: root.edge
            y: 4
            width: parent.width - 2 * root.edge
            session: root.session
            work: root.work
            link: root.link
            help: root.help
            onShrink: root.shrink()
            onSettingsAsked: root.settingsAsked()
        }

        CurrentCard {
            id: current

            x: root.edge
            y: 60
            width: (root.wide ? 420 : parent.width) - 2 * root.edge
            work: root.work
        }

        PrimaryButton {
            id: primary

            objectName: "primaryButton"
            x: root.edge
            anchors.top: current.bottom
            anchors.topMargin: 10
            width: current.width
            height: 68
            text: root.work.actions.primaryText
            keyHint: "F2"
            keyPrefix: root.work.actions.hotSign
            busy: root.work.actions.primaryBusy
            enabled: root.work.actions.primaryEnabled
            onClicked: root.work.actions.primary()
            onPressedInVain: root.work.actions.pressedInVain("primary")
        }

        ActionGrid {
            id: actions

            x: root.edge
            anchors.top: primary.bottom
            anchors.topMargin: 10
            width: current.width
            work: root.work
        }

        StatusSlot {
            id: slot

            x: root.edge
            anchors.top: actions.bottom
            anchors.topMargin: Theme.s1
            width: current.width
            work: root.work
        }

        SidePanel {
            id: side

            x: root.wide ? current.x + current.width + root.edge : root.edge
            y: (root.wide ? current.y : slot.y + slot.height + Theme.s1) + alarm.taken + alert.taken
            width: parent.width - x - root.edge
            height: parent.height - y - 8
            foot: foot.height
            work: root.work
            onWritten: keys.forceActiveFocus()
        }

        EmergencyBand {
            id: alarm

            x: side.x
            y: side.y - alert.taken - taken
            width: side.width
            text: root.work.notices.emergency
        }

        AlertRow {
            id: alert

            x: side.x
            y: side.y - taken
            width: side.width
            alerts: root.alerts
        }

        WorkFoot {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: root.edge + 4
            anchors.bottomMargin: 7
            work: root.work
            visible: root.wide || root.work.panels.open === ""
        }
    }

    Shortcut {
        sequence: "Ctrl+P"
        autoRepeat: false
        enabled: root.visible
        onActivated: root.work.reprint.ask()
    }

    Connections {
        target: root.work.panels

        function onOpenChanged(): void {
            keys.forceActiveFocus();
        }
    }
}
