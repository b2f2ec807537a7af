pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// Outside opening hours: when we are here again.
StatusPage {
    id: root

    objectName: "closedScreen"
    iconName: "clock"
    title: kiosk.home.closedTitle
    titleName: "closedTitle"
    text: kiosk.home.closedText
    textName: "closedText"
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Accessible.description: text

    under: Panel {
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
                model: root.kiosk.home.hours

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

    LostStrip {
        y: Theme.s4
        width: parent.width
        since: root.kiosk.home.since
        giving: root.kiosk.home.byReserve
        visible: root.kiosk.home.lost
    }

    Strip {
        objectName: "closedNotice"
        anchors.bottom: parent.bottom
        width: parent.width
        text: root.kiosk.notices.line
        iconName: "info"
        gold: true
        visible: text !== ""
    }
}
