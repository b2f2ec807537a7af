pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// The last calls, newest first, in slots that are there also while they are empty: nothing jumps.
Item {
    id: root

    required property real unit
    required property KeyedListModel rows
    required property int slots

    readonly property real spacing: (slots > 5 ? 12 : 18) * unit
    readonly property real rowHeight: (height - spacing * (slots - 1)) / slots

    objectName: "callList"

    Repeater {
        model: root.slots

        Rectangle {
            required property int index

            y: index * (root.rowHeight + root.spacing)
            width: root.width
            height: root.rowHeight
            radius: Math.min(28 * root.unit, height / 3)
            color: Theme.surface
            border.width: Theme.outline * root.unit
            border.color: Theme.edge
            opacity: 0.45
        }
    }

    Repeater {
        model: root.rows

        CallRow {
            id: row

            required property int index
            property real place: index
            property bool placed: false

            y: place * (root.rowHeight + root.spacing)
            width: root.width
            height: root.rowHeight
            unit: root.unit
            Component.onCompleted: placed = true

            // Of its place only: on another size of screen it is where it belongs at once.
            Behavior on place {
                enabled: row.placed

                NumberAnimation { duration: Theme.slow; easing.type: Theme.easing }
            }
        }
    }
}
