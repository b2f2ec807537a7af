pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// The services and their groups as cards, two in a row or one, all as high as the highest needs to be. Where there
// are more than fit they come in pages of whole cards, turned by a button; a finger may drag them all the same.
Item {
    id: root

    required property KioskContext kiosk

    readonly property bool single: kiosk.accessibility.large || kiosk.precedence.priority
    readonly property bool low: kiosk.accessibility.reach
    readonly property bool offersAll: kiosk.home.hasMore && kiosk.groups.opened === ""

    readonly property int columns: single ? 1 : 2
    readonly property int rows: Math.max(1, Math.ceil(cards.count / columns))
    readonly property int gap: single || low || rows > 4 ? Theme.s3 : Theme.s4
    readonly property int footHeight: (low ? Theme.touchKiosk : 112) + gap

    // How high a card is where there is room, and what stands on the fullest of them.
    readonly property real cardHeight: single ? (rows > 3 ? 228 : rows > 2 ? 280 : 340) : low ? 264 : rows > 4 ? 200 : rows > 3 ? 236 : rows > 2 ? 272 : 304
    readonly property real least: grid.least

    readonly property real room: height - (offersAll ? footHeight : 0)
    readonly property bool paged: rows * (least + gap) - gap > room
    readonly property real cardsRoom: paged && !offersAll ? room - footHeight : room
    readonly property int rowsShown: paged ? Math.max(1, Math.floor((cardsRoom + gap) / (least + gap))) : rows
    readonly property int rowHeight: Math.floor(Math.min(Math.max(cardHeight, least), (cardsRoom + gap) / rowsShown - gap))
    readonly property int step: rowHeight + gap

    // The first row that is shown.
    property int row: 0
    readonly property int lastRow: rows - rowsShown

    function turn(): void {
        row = row >= lastRow ? 0 : Math.min(row + rowsShown, lastRow);
    }

    implicitHeight: rows * (Math.max(cardHeight, least) + gap) - gap + (offersAll ? footHeight : 0)
    onLastRowChanged: row = 0

    Connections {
        target: root.kiosk.groups

        function onChanged(): void {
            root.row = 0;
        }
    }

    Flickable {
        id: view

        objectName: "services"
        width: parent.width
        height: root.rowsShown * root.step - root.gap
        contentHeight: root.rows * root.step - root.gap
        contentY: root.row * root.step
        interactive: root.paged
        clip: root.paged
        boundsBehavior: Flickable.StopAtBounds
        onMovementEnded: {
            root.row = Math.round(contentY / root.step);
            contentY = Qt.binding(() => root.row * root.step);
        }

        GridLayout {
            id: grid

            property real least: 0

            function measure(): void {
                let most = 0;
                for (let i = 0; i < cards.count; ++i)
                    most = Math.max(most, (cards.itemAt(i) as ServiceCard)?.implicitHeight ?? 0);
                least = Math.ceil(most);
            }

            width: view.width
            columns: root.columns
            rowSpacing: root.gap
            columnSpacing: root.gap
            uniformCellHeights: true
            uniformCellWidths: true

            Repeater {
                id: cards

                model: root.kiosk.home.services
                onItemAdded: grid.measure()
                onItemRemoved: grid.measure()

                ServiceCard {
                    Layout.fillWidth: true
                    Layout.preferredHeight: root.rowHeight
                    brief: root.single && root.low
                    oneLine: root.single
                    tight: root.low
                    coming: root.kiosk.visit.chosen !== "" && root.kiosk.visit.chosen === serviceId
                    onClicked: model.group ? root.kiosk.groups.open(serviceId) : root.kiosk.visit.choose(serviceId)
                    onImplicitHeightChanged: grid.measure()
                }
            }
        }
    }

    Loader {
        anchors.bottom: parent.bottom
        width: parent.width
        height: root.footHeight - root.gap
        active: root.offersAll || root.paged

        sourceComponent: RowLayout {
            spacing: Theme.s3
            uniformCellSizes: true

            SecondaryButton {
                objectName: "allServices"
                Layout.fillWidth: true
                Layout.fillHeight: true
                corner: Theme.radiusSheet - 4
                text: root.kiosk.accessibility.everything ? qsTr("Fewer services") : qsTr("All services")
                iconName: root.kiosk.accessibility.everything ? "back" : "forward"
                visible: root.offersAll
                onClicked: root.kiosk.accessibility.toggleEverything()
            }

            SecondaryButton {
                objectName: "moreServices"
                Layout.fillWidth: true
                Layout.fillHeight: true
                corner: Theme.radiusSheet - 4
                text: root.row < root.lastRow ? qsTr("More services") : qsTr("Back to the first")
                iconName: root.row < root.lastRow ? "down" : "up"
                visible: root.paged
                onClicked: root.turn()
            }
        }
    }
}
