import QtQuick
import Branchline
import Branchline.Core

// The main panel before the first call, or while no counter is open.
Item {
    id: root

    required property real unit
    required property var panel

    Column {
        anchors.centerIn: parent
        width: parent.width - 80 * root.unit
        spacing: 20 * root.unit

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 240 * root.unit
            height: width
            radius: width / 2
            color: Theme.surface2

            Icon {
                anchors.centerIn: parent
                width: 120 * root.unit
                height: width
                name: "bell"
                color: Theme.textQuiet
            }
        }

        Item {
            width: 1
            height: 20 * root.unit
        }

        BaseText {
            objectName: "idleTitle"
            width: parent.width
            text: root.panel.title.main
            font.pixelSize: 60 * root.unit
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            width: parent.width
            text: root.panel.title.second
            visible: text !== ""
            font.pixelSize: 42 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }

        BaseText {
            width: parent.width
            text: [root.panel.detail?.main, root.panel.detail?.second].filter(Boolean).join(root.width < 1100 * root.unit ? "\n" : " · ")
            font.pixelSize: 30 * root.unit
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textQuiet
        }
    }
}
