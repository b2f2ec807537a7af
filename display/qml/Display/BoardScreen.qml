import QtQuick
import Display.Core

// The newest call large, the calls before it, and how many wait: side by side, or one above the other.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property Board board

    // Whether it says by which rule all are called.
    property bool rule: true

    readonly property real edge: 56 * unit
    readonly property real gap: 28 * unit

    objectName: "boardScreen"

    MainPanel {
        id: panel

        x: root.edge
        width: root.portrait ? root.width - 2 * root.edge : Math.round((root.width - 2 * root.edge - root.gap) * 0.664)
        height: root.portrait ? Math.round(root.height * 0.475) : root.height
        unit: root.unit
        panel: root.board.panel

        Connections {
            target: root.board

            function onAnnounced(): void {
                panel.enter();
            }
        }
    }

    CallList {
        id: list

        x: root.portrait ? root.edge : panel.x + panel.width + root.gap
        y: root.portrait ? panel.height + root.gap : 0
        width: root.width - x - root.edge
        height: tiles.y - root.gap - y
        unit: root.unit
        rows: root.board.rows
        slots: root.board.slots
    }

    WaitingTiles {
        id: tiles

        x: list.x
        y: facts.y - height - 16 * root.unit
        width: list.width
        unit: root.unit
        tiles: root.board.tiles
        label: root.board.texts.ahead
        crowded: list.slots > 5
    }

    HallFacts {
        id: facts

        x: list.x
        y: root.height - height
        width: list.width
        unit: root.unit
        texts: root.board.texts
        showRule: root.rule
    }
}
