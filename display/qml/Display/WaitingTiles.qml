pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// How many people wait and about how long, by the letter on their tickets.
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
        color: Theme.textQuiet
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
                required property string wait

                width: (root.width - grid.spacing * (root.columns - 1)) / root.columns
                height: (root.tiles.count > 5 ? 88 : 128) * root.unit
                radius: 24 * root.unit
                color: Theme.tile
                border.width: Theme.outline * root.unit
                border.color: Theme.edge
                Accessible.role: Accessible.StaticText
                Accessible.name: letter + " " + waiting

                Item {
                    objectName: "waiting-" + tile.id
                    anchors.fill: parent
                    anchors.leftMargin: 16 * root.unit
                    anchors.rightMargin: 16 * root.unit
                    anchors.topMargin: root.tiles.count > 5 ? 0 : 8 * root.unit

                    BaseText {
                        text: tile.letter
                        font.pixelSize: 28 * root.unit
                        wrapMode: Text.NoWrap
                        color: Theme.textQuiet
                        Accessible.ignored: true
                    }

                    BaseText {
                        anchors.right: parent.right
                        text: tile.waiting
                        font.pixelSize: (root.tiles.count > 5 ? 42 : 56) * root.unit
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }

                BaseText {
                    objectName: "wait-" + tile.id
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.leftMargin: 16 * root.unit
                    anchors.rightMargin: 12 * root.unit
                    anchors.bottomMargin: (root.tiles.count > 5 ? 6 : 14) * root.unit
                    text: tile.note !== "" ? tile.note : tile.wait
                    font.pixelSize: 22 * root.unit
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8 * root.unit
                    wrapMode: Text.NoWrap
                    color: Theme.textQuiet
                }
            }
        }
    }
}
