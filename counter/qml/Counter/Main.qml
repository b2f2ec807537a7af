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
    required property Session session
    required property SignInForm signIn
    required property Work work
    required property RatingSide rating
    required property Alarms help
    required property HallAlerts alerts
    required property Languages languages
    required property bool windowed

    readonly property CompactWindow strip: counter.strip
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
        help.listen(root);
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
        target: root.counter.hotKeys

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
            text: root.counter.kept.text
            color: Theme.textQuiet
        }
    }

    SignIn {
        anchors.fill: parent
        visible: root.counter.screen === "signIn"
        session: root.session
        form: root.signIn
        work: root.work
        link: root.link
        languages: root.languages
    }

    WorkScreen {
        anchors.fill: parent
        visible: root.counter.screen === "work" && !root.small
        session: root.session
        work: root.work
        link: root.link
        help: root.help
        alerts: root.alerts
        onSettingsAsked: root.work.panels.toggle("settings")
        onShrink: root.strip.toggle(Qt.rect(root.x, root.y, root.width, root.height))
    }

    SettingsPanel {
        x: 16
        y: 60
        width: Math.min(parent.width - 32, 480)
        height: Math.min(parent.height - 68, 620)
        visible: root.work.panels.open === "settings" && root.counter.screen === "work" && !root.small
        customer: root.rating.customer
        languages: root.languages
        onClosed: root.work.actions.escape()
    }

    StripScreen {
        anchors.fill: parent
        visible: root.small
        session: root.session
        work: root.work
        link: root.link
        help: root.help
        alerts: root.alerts
        onDragged: root.startSystemMove()
        onDropped: root.strip.drop(Qt.rect(root.x, root.y, root.width, root.height))
        onOtherEdge: root.strip.otherEdge()
        onEnlarge: root.strip.toggle(Qt.rect(root.x, root.y, root.width, root.height))
    }

    RatingWindow {
        rating: root.rating
        windowed: root.windowed
        teller: root
        work: root.work
        help: root.help
    }
}
