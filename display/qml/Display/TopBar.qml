import QtQuick
import Branchline
import Display.Core

// Whose hall this is, and what time it is; after hours also that no new numbers are given.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var branch
    required property var zone
    required property var late
    required property HallClock clock

    readonly property bool isLate: (late.main ?? "") !== ""

    implicitHeight: Math.max((portrait ? 148 : 104) * unit, names.height + 24 * unit)

    Column {
        id: names

        anchors.left: parent.left
        anchors.leftMargin: 56 * root.unit
        anchors.right: times.left
        anchors.rightMargin: 40 * root.unit
        anchors.verticalCenter: parent.verticalCenter

        BaseText {
            objectName: "branchName"
            width: parent.width
            text: [root.branch.main, root.zone.main ?? ""].filter(Boolean).join(" · ")
            font.pixelSize: (!root.portrait ? 38 : text.length > 24 ? 28 : 34) * root.unit
            font.weight: Font.Bold
            fontSizeMode: root.portrait ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: 12
            wrapMode: root.portrait ? Text.Wrap : Text.NoWrap
        }

        BaseText {
            objectName: root.isLate ? "lateText" : "branchSecond"
            width: parent.width
            text: root.isLate ? [root.late.main, root.late.second].filter(Boolean).join(" · ") : [root.branch.second, root.zone.second ?? ""].filter(Boolean).join(" · ")
            visible: text !== ""
            font.pixelSize: (root.isLate ? 28 : 24) * root.unit
            fontSizeMode: root.portrait ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: 9
            wrapMode: root.portrait ? Text.Wrap : Text.NoWrap
            color: root.isLate ? Theme.warm : Theme.textQuiet
        }
    }

    Row {
        id: times

        anchors.right: parent.right
        anchors.rightMargin: 56 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 28 * root.unit

        Column {
            anchors.verticalCenter: parent.verticalCenter

            BaseText {
                objectName: "date"
                anchors.right: parent.right
                text: root.clock.date
                font.pixelSize: (root.portrait ? 26 : 30) * root.unit
                wrapMode: Text.NoWrap
                color: Theme.textQuiet
            }

            BaseText {
                objectName: "dateSecond"
                anchors.right: parent.right
                text: root.clock.dateSecond
                visible: text !== ""
                font.pixelSize: (root.portrait ? 20 : 22) * root.unit
                wrapMode: Text.NoWrap
                color: Theme.textQuiet
            }
        }

        BaseText {
            objectName: "clock"
            anchors.verticalCenter: parent.verticalCenter
            text: root.clock.time
            font.pixelSize: 60 * root.unit
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }
}
