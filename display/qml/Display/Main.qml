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
    property int screenNumber: 1
    property string look: "dark"
    // The boards of the hall's zones, where it is shown in zones.
    property var zones: []
    // The strip of one counter, where the screen is one.
    property CounterSign sign: null
    // The size of a screen of lamps, which shows the upper left corner of what the machine draws.
    property Lamps lamps: null
    readonly property bool led: lamps !== null

    readonly property bool whole: sign === null && !led
    readonly property bool portrait: height > width
    // Slides take part of a wide screen while there are calls to show beside them, and some slide to show.
    readonly property bool split: slides !== null && slides.available && !portrait && zones.length === 0 && board.screen === "board"
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
        const screens = Application.screens;
        if (screenNumber > 1 && screenNumber <= screens.length)
            screen = screens[screenNumber - 1];
        if (led) {
            x = screen.virtualX;
            y = screen.virtualY;
        }
        board.usePortrait(portrait);
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

    Item {
        anchors.fill: parent
        visible: root.whole && (root.board.screen === "board" || root.board.screen === "closed")

        TopBar {
            id: top

            anchors.left: parent.left
            anchors.right: parent.right
            unit: root.unit
            portrait: root.portrait
            branch: root.board.texts.branch
            zone: root.zones.length === 0 ? root.board.texts.zone : ({})
            late: root.board.screen === "board" ? root.board.texts.late : ({})
            clock: root.clock
        }

        LostBanner {
            id: lost

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: 56 * root.unit
            anchors.rightMargin: 56 * root.unit
            anchors.top: top.bottom
            unit: root.unit
            message: root.board.stale
        }

        BoardScreen {
            id: calls

            anchors.left: parent.left
            anchors.leftMargin: root.split ? 0.3 * 56 * root.unit : 0 // its own edge has shrunk with it
            anchors.right: root.split ? beside.left : parent.right
            anchors.top: lost.visible ? lost.bottom : top.bottom
            anchors.topMargin: lost.visible ? 20 * root.unit : 0
            anchors.bottom: notice.visible ? notice.top : parent.bottom
            anchors.bottomMargin: 24 * root.unit
            visible: root.board.screen === "board" && root.zones.length === 0
            unit: root.split ? 0.7 * root.unit : root.unit
            portrait: root.portrait
            board: root.board
        }

        ZonesScreen {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: calls.top
            anchors.bottom: calls.bottom
            visible: root.board.screen === "board" && root.zones.length > 0
            unit: root.unit
            zones: root.zones
            rule: root.board.texts.rule
        }

        Item {
            id: beside

            objectName: "beside"
            anchors.right: parent.right
            anchors.rightMargin: 56 * root.unit
            anchors.top: calls.top
            anchors.bottom: calls.bottom
            width: 0.32 * parent.width
            opacity: root.split ? 1 : 0

            Loader {
                active: root.slides !== null
                anchors.fill: parent

                sourceComponent: Slides {
                    show: root.slides
                    playing: root.board.screen === "board" && !root.portrait && root.board.emergency.main === ""
                }
            }
        }

        ClosedScreen {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: lost.visible ? lost.bottom : top.bottom
            anchors.bottom: notice.visible ? notice.top : parent.bottom
            visible: root.board.screen === "closed"
            unit: root.unit
            portrait: root.portrait
            message: root.board.message
        }

        NoticeBar {
            id: notice

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            unit: root.unit
            portrait: root.portrait
            label: root.board.texts.noticeLabel
            notice: root.board.texts.notice
        }
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
        message: root.board.emergency
    }
}
