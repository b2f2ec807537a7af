import QtQuick
import Branchline

// The branch's notice, in each language a line of its own.
Rectangle {
    id: root

    required property real unit
    required property bool portrait
    required property var label
    required property var notice

    objectName: "noticeBar"
    visible: notice.main !== ""
    implicitHeight: Math.max(92 * unit, lines.height + 32 * unit)
    color: Theme.surface
    Accessible.role: Accessible.StaticText
    Accessible.name: notice.main

    Rectangle {
        id: chip

        anchors.left: parent.left
        anchors.leftMargin: 56 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        width: chipText.implicitWidth + 44 * root.unit
        height: 56 * root.unit
        radius: 18 * root.unit
        color: Theme.gold

        BaseText {
            id: chipText

            anchors.centerIn: parent
            text: root.label.main
            font.pixelSize: 28 * root.unit
            strong: true
            wrapMode: Text.NoWrap
            color: Theme.inkOnGold
        }
    }

    Column {
        id: lines

        anchors.left: chip.right
        anchors.leftMargin: 32 * root.unit
        anchors.right: parent.right
        anchors.rightMargin: 56 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4 * root.unit

        NoticeLine {
            width: parent.width
            unit: root.unit
            lines: !root.portrait ? 1 : root.notice.second === "" ? 3 : 2
            text: root.notice.main
            pixelSize: 30 * root.unit
            color: Theme.text
        }

        NoticeLine {
            width: parent.width
            unit: root.unit
            lines: root.portrait ? 2 : 1
            visible: text !== ""
            text: root.notice.second
            pixelSize: 24 * root.unit
            color: Theme.textQuiet
        }
    }
}
