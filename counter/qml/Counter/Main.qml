pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Branchline.Core
import Counter.Core

// The teller's window; the customer's rating window belongs to it.
Window {
    id: root

    required property CounterController counter
    required property ServiceLink link
    required property ActionRunner asker
    required property Session session
    required property CurrentTicket card
    required property MyQueue queue
    required property Panels panels
    required property Checklist checklist
    required property Actions desk
    required property UndoBar recent
    required property TellerFigures figures
    required property SignOut leaving
    required property CounterNotices notices
    required property DesktopKeys hotKeys
    required property Alarms assistance
    required property CompactWindow strip
    required property RatingPad pad
    required property CustomerScreen ratingScreen
    required property PendingSummary kept
    required property Languages languages
    required property bool ratingAlways
    required property bool ratingAllowed
    required property bool windowed

    readonly property bool small: strip.compact && counter.screen === "work"

    objectName: "counterWindow"
    title: session.signedIn ? qsTr("Counter %1 · Branchline").arg(session.counter) : qsTr("Counter · Branchline")
    flags: small ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    width: 420
    height: 760
    minimumWidth: 400
    minimumHeight: small ? 72 : 720
    maximumHeight: small ? 72 : 16777215
    color: Theme.ground
    visible: true
    onClosing: Qt.quit()
    onSmallChanged: Qt.callLater(arrange) // once its limits are those of the new shape
    Component.onCompleted: {
        assistance.listen(root);
        arrange();
    }

    // To where it belongs: as a strip always, as a large window when it becomes one.
    function arrange(): void {
        const there = small ? strip.strip : strip.large;
        x = there.x;
        y = there.y;
        width = there.width;
        height = there.height;
    }

    Connections {
        target: root.strip

        function onChanged(): void {
            if (root.small)
                root.arrange();
        }
    }

    Connections {
        target: root.hotKeys

        function onWanted(): void {
            root.requestActivate(); // window managers bring it to the front with that
        }
    }

    WaitingScreen {
        anchors.fill: parent
        visible: root.counter.screen === "waiting"
        waitingFor: {
            switch (root.link.state) {
            case "searching": return qsTr("Looking for the branch service");
            case "several": return qsTr("More than one branch answers");
            case "refused": return qsTr("This machine is not admitted yet");
            default: return qsTr("Connecting to the branch service");
            }
        }
        detail: {
            switch (root.link.state) {
            case "searching": return qsTr("Nobody has answered on this network yet. It goes on by itself.");
            case "several": return qsTr("Start with --service and the address of one of them: %1").arg(root.link.detail);
            case "refused": return qsTr("%1 does not accept its token. Ask for one of the role counter.").arg(root.link.detail);
            default: return root.link.detail;
            }
        }
        iconName: root.link.state === "refused" || root.link.state === "several" ? "warning" : "offline"
        busy: root.link.state !== "several"
    }

    Panel {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 32
        width: parent.width - 64
        height: waits.height + 32
        visible: root.counter.screen === "waiting" && waits.text !== ""

        BaseText {
            id: waits

            objectName: "keptLine"
            x: 20
            y: 16
            width: parent.width - 40
            text: root.kept.text
            color: Theme.textQuiet
        }
    }

    SignIn {
        anchors.fill: parent
        visible: root.counter.screen === "signIn"
        session: root.session
        asker: root.asker
        link: root.link
        leaving: root.leaving
        languages: root.languages
    }

    WorkScreen {
        anchors.fill: parent
        visible: root.counter.screen === "work" && !root.small
        session: root.session
        asker: root.asker
        link: root.link
        card: root.card
        queue: root.queue
        panels: root.panels
        checklist: root.checklist
        desk: root.desk
        recent: root.recent
        figures: root.figures
        leaving: root.leaving
        notices: root.notices
        assistance: root.assistance
        onSettingsAsked: root.panels.toggle("settings")
        onShrink: root.strip.toggle(Qt.rect(root.x, root.y, root.width, root.height))
    }

    SettingsPanel {
        x: 16
        y: 60
        width: Math.min(parent.width - 32, 480)
        height: Math.min(parent.height - 68, 620)
        visible: root.panels.open === "settings" && root.counter.screen === "work" && !root.small
        customer: root.ratingScreen
        languages: root.languages
        onDismissed: root.desk.escape()
    }

    StripScreen {
        anchors.fill: parent
        visible: root.small
        session: root.session
        asker: root.asker
        link: root.link
        card: root.card
        queue: root.queue
        desk: root.desk
        recent: root.recent
        notices: root.notices
        assistance: root.assistance
        onDragged: root.startSystemMove()
        onDropped: root.strip.drop(Qt.rect(root.x, root.y, root.width, root.height))
        onOtherEdge: root.strip.otherEdge()
        onEnlarge: root.strip.toggle(Qt.rect(root.x, root.y, root.width, root.height))
    }

    RatingWindow {
        pad: root.pad
        customer: root.ratingScreen
        always: root.ratingAlways
        allowed: root.ratingAllowed
        windowed: root.windowed
        teller: root
        desk: root.desk
        assistance: root.assistance
    }
}
