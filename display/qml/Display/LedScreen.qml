pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Display.Core

// Text alone, amber on black, for screens of a few dozen pixels: the calls, each in a line with its counter,
// the newest first and, as long as it is new, the other way round. Colours are those of the lamps, in any theme.
Rectangle {
    id: root

    required property Board board
    required property HallClock clock
    required property Led lamps

    readonly property int lines: Math.max(1, Math.ceil(height / Math.max(16, width / 5.5)))
    readonly property int line: Math.floor(height / lines)
    readonly property var texts: board.texts
    readonly property bool calls: board.screen === "board" && board.rows.count > 0
    // With nobody called: what else there is to say, one after the other.
    readonly property var sayings: said()
    property int turn: 0

    function said(): list<string> {
        const message = root.board.message;
        const all = root.board.screen === "board" ? [root.board.panel.title.main, root.board.panel.title.second]
            : [[message.title?.main, message.at].filter(Boolean).join(" "), message.title?.second];
        return [root.board.stale.main, ...all, root.clock.time].filter(Boolean).reduce(
            (turns, text) => [...turns, ...root.lamps.pieces(text, root.width, root.height)], []);
    }

    objectName: "ledScreen"
    color: Theme.unlit
    clip: true

    component Lit: BaseText {
        color: Theme.lamp
        font.weight: Font.DemiBold
        renderType: Text.NativeRendering
        wrapMode: Text.NoWrap
        verticalAlignment: Text.AlignVCenter
    }

    Timer {
        interval: 3000
        repeat: true
        running: root.visible
        onTriggered: root.turn += 1
    }

    Repeater {
        model: root.calls ? root.board.rows : null

        Rectangle {
            id: row

            required property int index
            required property string number
            required property string counter
            required property string word
            required property string spoken
            required property bool wordFirst
            required property bool onStage

            readonly property color ink: onStage ? Theme.unlit : Theme.lamp

            objectName: "ledRow-" + number
            y: index * root.line
            width: root.width
            height: root.line
            visible: index < root.lines
            color: onStage ? Theme.lamp : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: spoken

            Lit {
                id: figures

                objectName: "ledNumber"
                x: Math.ceil(root.line * 0.1)
                width: Math.min(implicitWidth, row.width * 0.6)
                height: parent.height
                text: row.number
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 8
                font.pixelSize: Math.floor(root.line * 0.8)
                color: row.ink
            }

            Lit {
                id: place

                objectName: "ledCounter"
                anchors.right: parent.right
                anchors.rightMargin: Math.ceil(root.line * 0.1)
                width: Math.min(implicitWidth, row.width - figures.width - root.line * 0.4)
                height: parent.height
                // The word goes where there is no room for it: the figure is what counts.
                text: full.width <= row.width - figures.width - root.line * 0.4 ? full.text : "→" + row.counter
                font.pixelSize: Math.floor(root.line * 0.8)
                horizontalAlignment: Text.AlignRight
                color: row.ink
            }

            TextMetrics {
                id: full

                font: place.font
                text: row.wordFirst ? row.word + " " + row.counter : row.counter + row.word
            }
        }
    }

    Lit {
        objectName: "ledText"
        visible: !root.calls
        anchors.fill: parent
        anchors.margins: Math.ceil(root.line * 0.05)
        text: root.sayings.length > 0 ? root.sayings[root.turn % root.sayings.length] : ""
        font.pixelSize: Math.floor(root.height * 0.8)
        fontSizeMode: Text.Fit
        minimumPixelSize: 8
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
}
