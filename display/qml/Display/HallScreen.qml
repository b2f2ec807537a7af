pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Display.Core

// The whole hall: the frame, the calls (as one board or in zones, beside slides if there are any), or why it
// is closed.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property Board board
    required property HallClock clock
    required property SlideShow slides
    required property var zones

    // Slides take part of a wide screen while there are calls to show beside them, and some slide to show.
    readonly property bool split: slides !== null && slides.available && !portrait && zones.length === 0 && board.screen === "board"

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
