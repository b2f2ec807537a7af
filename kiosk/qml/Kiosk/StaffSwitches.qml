pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// The services, each closed or opened by a touch; then, for one that is to be closed, why.
Column {
    id: root

    required property StaffServices services

    readonly property bool asks: services.closing !== ""

    spacing: Theme.s2

    component Tile: SecondaryButton {
        width: parent ? parent.width : 0
        height: 124
        corner: Theme.radiusSheet
    }

    BaseText {
        objectName: "staffClosing"
        width: parent.width
        text: root.services.closing
        font.pixelSize: Theme.lead
        strong: true
        visible: root.asks
    }

    Repeater {
        model: root.asks ? root.services.reasons : []

        Tile {
            required property var modelData

            objectName: "staffReason-" + modelData.id
            text: modelData.name
            onClicked: root.services.close(modelData.id)
        }
    }

    Repeater {
        model: root.asks ? [] : root.services.rows

        Tile {
            required property var modelData

            objectName: "staffService-" + modelData.id
            text: modelData.open ? qsTr("%1: open. Touch to close").arg(modelData.name)
                : modelData.reason !== "" ? qsTr("%1: closed (%2). Touch to open").arg(modelData.name).arg(modelData.reason)
                : qsTr("%1: closed. Touch to open").arg(modelData.name)
            onClicked: root.services.toggle(modelData.id)
        }
    }

    BaseText {
        objectName: "staffSwitchError"
        width: parent.width
        text: root.services.error
        color: Theme.callText
        strong: true
        visible: text !== ""
    }
}
