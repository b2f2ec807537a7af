import QtQuick
import Branchline
import Kiosk.Core

// What staff can do here, and what came of it.
Column {
    id: root

    required property StaffMenu staff
    required property StaffPaper paper

    spacing: Theme.s3

    component Tile: SecondaryButton {
        width: parent ? parent.width : 0
        height: 124
        corner: Theme.radiusSheet
    }

    Tile {
        objectName: "staffShut"
        text: root.staff.closedToday ? qsTr("Open this kiosk again") : qsTr("Close this kiosk for today")
        iconName: "close"
        onClicked: root.staff.closeToday()
    }
    Tile { objectName: "staffServices"; text: qsTr("Services: close or open"); iconName: "people"; onClicked: root.staff.open("services") }
    Tile { objectName: "staffPaper"; text: qsTr("Paper changed: ask the printer"); iconName: "printer"; onClicked: root.paper.changedRoll() }
    Tile { objectName: "staffTickets"; text: qsTr("Last numbers: print again"); iconName: "printer"; onClicked: root.staff.open("tickets") }
    Tile { objectName: "staffTest"; text: qsTr("Test print"); iconName: "printer"; onClicked: root.paper.test() }
    Tile { objectName: "staffLogTile"; text: qsTr("Last lines of the log"); iconName: "info"; onClicked: root.staff.open("log") }
    Tile { objectName: "staffRestart"; text: qsTr("Restart"); iconName: "gear"; onClicked: root.staff.restart() }

    BaseText {
        objectName: "staffTold"
        width: parent.width
        text: root.paper.told || (root.staff.scan !== "" ? qsTr("Scanned: %1").arg(root.staff.scan)
            : qsTr("Test scan: hold a code to the scanner"))
        strong: true
        color: Theme.jade
        horizontalAlignment: Text.AlignHCenter
    }
}
