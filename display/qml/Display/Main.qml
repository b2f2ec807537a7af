pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Branchline.Core
import Display.Core

// The window of the hall display. All sizes are multiples of `unit`, a pixel of a 1920 x 1080 board.
Window {
    id: root

    required property Board board
    required property HallClock clock
    property bool windowed: false
    property bool still: false
    property Speech speech: null
    property SlideShow slides: null
    property BoardMonitor placing: null
    property string look: "dark"
    // The boards of the hall's zones, where it is shown in zones.
    property var zones: []
    // The strip of one counter, where the screen is one.
    property CounterSign sign: null
    // The size of a screen of lamps, which shows the upper left corner of what the machine draws.
    property Led lamps: null
    readonly property bool led: lamps !== null

    readonly property bool whole: sign === null && !led
    readonly property bool portrait: height > width
    readonly property bool split: hall.split
    readonly property real unit: portrait ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)

    objectName: "displayWindow"
    title: "Branchline"
    width: led ? lamps.size.width : 1280
    height: led ? lamps.size.height : sign !== null ? 240 : 720
    visible: true
    visibility: windowed || led ? Window.Windowed : Window.FullScreen
    flags: windowed && !led ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    color: Theme.ground
    onPortraitChanged: board.usePortrait(portrait)
    Component.onCompleted: {
        root.settle();
        board.usePortrait(portrait);
    }

    // Where it belongs; again whenever a screen comes, goes or changes.
    function settle(): void {
        if (root.placing === null || root.placing.area.width === 0)
            return;
        const full = !root.windowed && !root.led;
        if (full)
            root.visibility = Window.Windowed; // a window that fills a screen does not leave it
        if (root.placing.place < Application.screens.length) // it hears of a new one a little later than we
            root.screen = Application.screens[root.placing.place];
        if (root.led || !root.windowed) {
            root.x = root.placing.area.x;
            root.y = root.placing.area.y;
        }
        if (full) {
            root.width = root.placing.area.width;
            root.height = root.placing.area.height;
            root.visibility = Window.FullScreen;
        }
    }

    Connections {
        target: root.placing

        function onChanged(): void {
            root.settle();
        }
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.look !== "light"
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.look === "contrast"
    }

    Binding {
        target: Theme
        property: "reduceMotion"
        value: root.still
    }

    Shortcut {
        sequence: "Ctrl+Q"
        context: Qt.ApplicationShortcut
        onActivated: Qt.quit()
    }

    SearchScreen {
        anchors.fill: parent
        visible: root.whole && (root.board.screen === "waiting" || root.board.screen === "elsewhere")
        unit: root.unit
        message: root.board.message
        trying: root.board.screen === "waiting"
    }

    SoundSign {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8 * root.unit
        z: 1
        unit: root.unit
        speech: root.speech
    }

    HallScreen {
        id: hall

        anchors.fill: parent
        visible: root.whole && (root.board.screen === "board" || root.board.screen === "closed")
        unit: root.unit
        portrait: root.portrait
        board: root.board
        clock: root.clock
        slides: root.slides
        zones: root.zones
    }

    Loader {
        active: root.sign !== null
        anchors.fill: parent

        sourceComponent: SignScreen {
            sign: root.sign
            stale: known ? root.board.stale : root.board.message.title
            known: root.board.screen !== "waiting"
        }
    }

    Loader {
        active: root.led
        anchors.fill: parent

        sourceComponent: LedScreen {
            board: root.board
            clock: root.clock
            lamps: root.lamps
        }
    }

    EmergencyScreen {
        anchors.fill: parent
        unit: root.unit
        main: root.board.emergency.main
        second: root.board.emergency.second
        secondName: "emergencySecond"
    }
}
