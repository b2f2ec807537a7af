pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// Outside opening hours: when we are here again.
Item {
    id: root

    required property HomeScreen lobby
    required property string notice

    objectName: "closedScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: lobby.closedTitle
    Accessible.description: lobby.closedText

    LostStrip {
        y: Theme.s4
        width: parent.width
        since: root.lobby.since
        giving: root.lobby.byReserve
        visible: root.lobby.lost
    }

    Strip {
        objectName: "closedNotice"
        anchors.bottom: parent.bottom
        width: parent.width
        text: root.notice
        iconName: "info"
        gold: true
        visible: text !== ""
    }

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.s5

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "clock"
        }

        BaseText {
            objectName: "closedTitle"
            width: parent.width
            text: root.lobby.closedTitle
            font.pixelSize: Math.round(Theme.display * 1.25)
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "closedText"
            width: parent.width
            text: root.lobby.closedText
            font.pixelSize: Theme.lead
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }

        Panel {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 784
            height: table.implicitHeight + 2 * Theme.s5
            radius: Theme.radiusSheet

            Column {
                id: table

                anchors.fill: parent
                anchors.margins: Theme.s5
                anchors.leftMargin: Theme.s8
                anchors.rightMargin: Theme.s8
                spacing: Theme.s3

                BaseText {
                    anchors.left: parent.left
                    text: qsTr("Opening hours")
                    color: Theme.textFaint
                }

                Repeater {
                    model: root.lobby.hours

                    Item {
                        id: row

                        required property var modelData

                        width: table.width
                        height: days.height

                        BaseText {
                            id: days

                            anchors.left: parent.left
                            text: row.modelData.days
                            font.pixelSize: Theme.lead
                            wrapMode: Text.NoWrap
                        }

                        BaseText {
                            id: times

                            anchors.right: parent.right
                            text: row.modelData.hours
                            font.pixelSize: Theme.lead
                            strong: true
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
        }
    }
}
