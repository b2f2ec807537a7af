pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// The services as cards, two in a row or one; scrolls only where there are more than the screen holds.
Flickable {
    id: root

    required property Lobby lobby
    required property Visit visit
    required property bool single
    required property bool low

    readonly property int columns: single ? 1 : 2
    readonly property int rows: Math.ceil(cards.count / columns)
    readonly property int gap: single || low ? Theme.s3 : Theme.s4
    readonly property real cardWidth: (width - (columns - 1) * gap) / columns
    readonly property real cardHeight: single ? (rows > 3 ? 228 : 280) : low ? 264 : rows > 3 ? 236 : rows > 2 ? 272 : 304

    objectName: "services"
    implicitHeight: Math.max(0, rows * (cardHeight + gap) - gap)
    contentHeight: implicitHeight
    interactive: contentHeight > height + 1
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds

    Grid {
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: cards

            model: root.lobby.services

            ServiceCard {
                width: root.cardWidth
                height: root.cardHeight
                coming: root.visit.chosen !== "" && root.visit.chosen === serviceId
                onClicked: root.visit.choose(serviceId)
            }
        }
    }
}
