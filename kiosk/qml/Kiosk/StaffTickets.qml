pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// The last numbers of this kiosk; a touch prints one again.
Column {
    id: root

    required property StaffPaper paper

    spacing: Theme.s2

    Repeater {
        model: root.paper.tickets

        SecondaryButton {
            required property var modelData

            objectName: "staffTicket-" + modelData.number
            width: root.width
            height: 124
            corner: Theme.radiusSheet
            text: qsTr("%1 · %2 · %3 · print again").arg(modelData.number).arg(modelData.service).arg(modelData.at)
            iconName: "printer"
            onClicked: root.paper.again(modelData.id)
        }
    }

    BaseText {
        objectName: "staffNoTickets"
        width: parent.width
        text: qsTr("This kiosk has given no number since it was started.")
        color: Theme.textQuiet
        visible: root.paper.tickets.length === 0
    }

    BaseText {
        objectName: "staffTold"
        width: parent.width
        text: root.paper.told
        strong: true
        color: Theme.jade
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
    }
}
