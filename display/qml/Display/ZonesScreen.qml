pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Display.Core

// The hall in zones side by side, each under its services' names with its own calls.
Item {
    id: root

    required property real unit
    required property var zones
    required property var rule

    objectName: "zonesScreen"

    BaseText {
        id: rule

        objectName: "rule"
        x: 56 * root.unit
        y: root.height - (visible ? height : 0)
        width: root.width - 2 * x
        visible: text !== ""
        text: [root.rule.main, root.rule.second].filter(Boolean).join(" · ")
        font.pixelSize: 24 * root.unit
        color: Theme.textQuiet
    }

    Repeater {
        model: root.zones

        Item {
            id: column

            required property int index
            required property Board modelData

            // Laid out like a portrait board: as large as the width and the height of the column allow.
            readonly property real inside: Math.min(width / 1080, height / 1400)

            objectName: "zone-" + index
            x: 28 * root.unit + index * width
            width: (root.width - 56 * root.unit) / root.zones.length
            height: rule.y - 16 * root.unit

            Column {
                id: title

                x: 56 * column.inside
                width: column.width - 2 * x
                bottomPadding: 20 * column.inside

                BaseText {
                    objectName: "zoneName"
                    width: parent.width
                    text: column.modelData.texts.zone.main
                    font.pixelSize: 50 * column.inside
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 9
                    wrapMode: Text.NoWrap
                }

                BaseText {
                    width: parent.width
                    text: column.modelData.texts.zone.second
                    visible: text !== ""
                    font.pixelSize: 32 * column.inside
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 9
                    wrapMode: Text.NoWrap
                    color: Theme.textQuiet
                }
            }

            BoardScreen {
                y: title.height
                width: column.width
                height: column.height - y
                unit: column.inside
                portrait: true
                rule: false
                board: column.modelData
            }

            Rectangle {
                width: Math.max(1, 2 * root.unit)
                height: parent.height
                visible: column.index > 0
                color: Theme.edge
            }
        }
    }
}
