import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// Everything a teller does, in one column; the queue stands beside it where there is room.
FocusScope {
    id: root

    required property Session session
    required property ActionRunner asker
    required property ServiceLink link
    required property CurrentTicket card
    required property MyQueue queue
    required property Panels panels
    required property Checklist checklist
    required property Actions desk
    required property UndoBar recent
    required property TellerFigures figures
    required property SignOut leaving
    required property CounterNotices notices
    required property Alarms assistance

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
        if (queue.chosen !== "" && desk.isFree)
            desk.callChosen();
        else
            desk.primary();
    }

    Item {
        id: keys

        anchors.fill: parent
        focus: true
        Keys.onReturnPressed: event => root.enter(event.isAutoRepeat)
        Keys.onEnterPressed: event => root.enter(event.isAutoRepeat)
        Keys.onEscapePressed: root.desk.escape()
        Keys.onTabPressed: event => {
            event.accepted = root.panels.open === "transfer";
            if (event.accepted)
                side.write();
        }
        Keys.onUpPressed: if (root.desk.isFree) root.queue.step(-1)
        Keys.onDownPressed: if (root.desk.isFree) root.queue.step(1)

        WorkHeader {
            id: header

            x: root.edge
            y: 4
            width: parent.width - 2 * root.edge
            session: root.session
            asker: root.asker
            link: root.link
            desk: root.desk
            leaving: root.leaving
            assistance: root.assistance
            onShrink: root.shrink()
            onSettingsAsked: root.settingsAsked()
        }

        CurrentCard {
            id: current

            x: root.edge
            y: 60
            width: (root.wide ? 420 : parent.width) - 2 * root.edge
            card: root.card
            checklist: root.checklist
            panels: root.panels
        }

        PrimaryButton {
            id: primary

            objectName: "primaryButton"
            x: root.edge
            anchors.top: current.bottom
            anchors.topMargin: 10
            width: current.width
            height: 68
            text: root.desk.primaryText
            keyHint: "F2"
            keyPrefix: root.desk.hotSign
            busy: root.desk.primaryBusy
            enabled: root.desk.primaryEnabled
            onClicked: root.desk.primary()
            onPressedInVain: root.desk.pressedInVain("primary")
        }

        ActionGrid {
            id: actions

            x: root.edge
            anchors.top: primary.bottom
            anchors.topMargin: 10
            width: current.width
            desk: root.desk
            asker: root.asker
            panels: root.panels
            queue: root.queue
        }

        StatusSlot {
            id: slot

            x: root.edge
            anchors.top: actions.bottom
            anchors.topMargin: Theme.s1
            width: current.width
            asker: root.asker
            recent: root.recent
            desk: root.desk
        }

        SidePanel {
            id: side

            x: root.wide ? current.x + current.width + root.edge : root.edge
            y: (root.wide ? current.y : slot.y + slot.height + Theme.s1) + alarm.taken
            width: parent.width - x - root.edge
            height: parent.height - y - 8
            foot: foot.height
            queue: root.queue
            panels: root.panels
            card: root.card
            checklist: root.checklist
            leaving: root.leaving
            desk: root.desk
            onWritten: keys.forceActiveFocus()
        }

        EmergencyBand {
            id: alarm

            x: side.x
            y: side.y - taken
            width: side.width
            text: root.notices.emergency
        }

        WorkFoot {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: root.edge + 4
            anchors.bottomMargin: 7
            figures: root.figures
            notices: root.notices
            visible: root.wide || root.panels.open === ""
        }
    }

    Shortcut {
        sequence: "Ctrl+P"
        autoRepeat: false
        enabled: root.visible
        onActivated: root.desk.printAgain()
    }

    Connections {
        target: root.panels

        function onOpenChanged(): void {
            keys.forceActiveFocus();
        }
    }
}
