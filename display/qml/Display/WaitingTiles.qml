pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// How many are ahead of who takes a number now and how long that will take, by the letter on the tickets.
Column {
    id: root

    required property real unit
    required property KeyedListModel tiles
    required property var label
    // While many are called at once the list needs the height: then all stand in one row.
    property bool crowded: false

    readonly property int columns: crowded && tiles.count === 4 ? 4 : tiles.count === 4 ? 2 : tiles.count <= 3 ? Math.max(1, tiles.count) : Math.ceil(tiles.count / 2)
    // Where two stand side by side the words have room beside the figure, else they stand under it.
    readonly property bool wide: columns <= 2
    readonly property bool low: !wide && tiles.count > 3

    spacing: 14 * unit
    visible: tiles.count > 0

    BaseText {
        width: parent.width
        text: [root.label.main, root.label.second].filter(Boolean).join(" · ")
        font.pixelSize: 26 * root.unit
        color: Theme.textQuiet
    }

    Grid {
        id: grid

        columns: root.columns
        spacing: 14 * root.unit

        Repeater {
            model: root.tiles

            WaitingTile {
                width: (root.width - grid.spacing * (root.columns - 1)) / root.columns
                height: (root.wide ? 92 : root.low ? 110 : 132) * root.unit
                unit: root.unit
                wide: root.wide
                low: root.low
            }
        }
    }
}
