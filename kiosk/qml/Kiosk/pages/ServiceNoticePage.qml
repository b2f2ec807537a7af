pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core
import Kiosk
import Kiosk.Core

// Before the number: how long it will take, what to have ready, and where it is done without waiting.
KioskPage {
    id: root

    required property ServiceNotice step

    objectName: "briefScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.title

    HomeTitle {
        id: title

        y: Theme.s8
        width: parent.width
        title: root.step.name
        text: root.step.wait
    }

    Column {
        anchors.top: title.bottom
        anchors.topMargin: Theme.s6
        width: parent.width
        spacing: Theme.s4

        Panel {
            width: parent.width
            height: papers.height + 2 * Theme.s5
            radius: Theme.radiusSheet
            visible: root.step.documents.length > 0

            Column {
                id: papers

                x: Theme.s5
                y: Theme.s5
                width: parent.width - 2 * Theme.s5
                spacing: Theme.s3

                BaseText {
                    width: parent.width
                    text: qsTr("Please have ready")
                    color: Theme.textQuiet
                }

                Repeater {
                    model: root.step.documents

                    Row {
                        id: paper

                        required property string modelData

                        width: papers.width
                        spacing: Theme.s2

                        Icon {
                            id: tick

                            anchors.verticalCenter: parent.verticalCenter
                            width: Theme.title
                            height: width
                            name: "check"
                            color: Theme.jade
                        }

                        BaseText {
                            objectName: "briefDocument"
                            width: papers.width - tick.width - paper.spacing
                            text: paper.modelData
                            font.pixelSize: Theme.lead
                            strong: true
                        }
                    }
                }
            }
        }

        Strip {
            objectName: "briefClosing"
            width: parent.width
            text: root.step.closing
            iconName: "clock"
            gold: true
            visible: text !== ""
        }

        Strip {
            objectName: "briefSelfService"
            width: parent.width
            text: root.step.selfService
            iconName: "info"
            gold: true
            visible: text !== ""
        }
    }

    PageFoot {
        anchors.bottom: parent.bottom
        width: parent.width
        visit: root.kiosk.visit
        goOnName: "briefConfirm"
        goOn: qsTr("Take a number")
        ready: !root.kiosk.visit.busy
        onConfirmed: root.step.confirm()
    }
}
