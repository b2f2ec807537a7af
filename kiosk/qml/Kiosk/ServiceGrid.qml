pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// The services and their groups as cards, two in a row or one, all as high as the highest needs to be; scrolls
// only where there are more than the screen holds.
Flickable {
    id: root

    required property Lobby lobby
    required property Visit visit
    required property Menu menu
    required property bool single
    required property bool low

    readonly property int columns: single ? 1 : 2
    readonly property int rows: Math.ceil(cards.count / columns)
    readonly property int gap: single || low || rows > 4 ? Theme.s3 : Theme.s4
    readonly property real cardHeight: single ? (rows > 3 ? 228 : 280) : low ? 264 : rows > 4 ? 200 : rows > 3 ? 236 : rows > 2 ? 272 : 304

    // Lower where that saves the scrolling; never lower than what stands on a card.
    readonly property real fitting: Math.min(cardHeight, (height + gap) / Math.max(1, rows) - gap)

    objectName: "services"
    implicitHeight: Math.max(grid.implicitHeight, rows * (cardHeight + gap) - gap)
    contentHeight: grid.implicitHeight
    interactive: contentHeight > height + 1
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds

    Connections {
        target: root.menu

        function onChanged(): void {
            root.contentY = 0;
        }
    }

    GridLayout {
        id: grid

        width: root.width
        columns: root.columns
        rowSpacing: root.gap
        columnSpacing: root.gap
        uniformCellHeights: true
        uniformCellWidths: true

        Repeater {
            id: cards

            model: root.lobby.services

            ServiceCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: root.fitting
                coming: root.visit.chosen !== "" && root.visit.chosen === serviceId
                onClicked: model.group ? root.menu.open(serviceId) : root.visit.choose(serviceId)
            }
        }
    }
}
