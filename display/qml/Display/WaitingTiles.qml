pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// How many people wait, by the letter on their tickets.
Column {
    id: root

    required property real unit
    required property KeyedListModel tiles
    required property var label

    readonly property int columns: tiles.count <= 5 ? Math.max(1, tiles.count) : Math.ceil(tiles.count / 2)

    spacing: 14 * unit
    visible: tiles.count > 0

    BaseText {
        width: parent.width
        text: [root.label.main, root.label.second].filter(Boolean).join(" · ")
        font.pixelSize: 26 * root.unit
        color: Theme.mist
    }

    Grid {
        id: grid

        columns: root.columns
        spacing: 14 * root.unit

        Repeater {
            model: root.tiles

            Rectangle {
                id: tile

                required property string id
                required property string letter
                required property string note
                required property int waiting

                objectName: "waiting-" + id
                width: (root.width - grid.spacing * (root.columns - 1)) / root.columns
                height: (root.tiles.count > 5 ? 88 : 128) * root.unit
                radius: 24 * root.unit
                color: Theme.night3
                Accessible.role: Accessible.StaticText
                Accessible.name: letter + " " + waiting

                BaseText {
                    anchors.left: parent.left
                    anchors.top: parent.top
                    anchors.margins: 16 * root.unit
                    text: tile.note === "" ? tile.letter : tile.letter + " " + tile.note
                    font.pixelSize: 28 * root.unit
                    wrapMode: Text.NoWrap
                    color: Theme.mist
                    Accessible.ignored: true
                }

                BaseText {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.rightMargin: 20 * root.unit
                    anchors.bottomMargin: 8 * root.unit
                    text: tile.waiting
                    font.pixelSize: (root.tiles.count > 5 ? 44 : 60) * root.unit
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
