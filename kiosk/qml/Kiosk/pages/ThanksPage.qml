import QtQuick
import Branchline
import Branchline.Core
import Kiosk
import Kiosk.Core

// Here is the number. A tap anywhere goes home, and so does the time.
KioskPage {
    id: root

    objectName: "thanksScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Your number is %1").arg(kiosk.result.number)

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: root.kiosk.visit.goHome()
    }

    Column {
        id: top

        anchors.top: parent.top
        anchors.topMargin: Theme.s4
        width: parent.width
        spacing: Theme.s3

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 112
            height: 112
            iconName: "check"
        }

        BaseText {
            objectName: "pageTitle"
            width: parent.width
            text: root.kiosk.result.heading || qsTr("Thank you. Your number:")
            font.pixelSize: Theme.heading
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Panel {
        id: card

        anchors.top: top.bottom
        anchors.topMargin: Theme.s5
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s5
        width: parent.width
        radius: Theme.radiusSheet

        NumberText {
            id: number

            objectName: "thanksNumber"
            anchors.top: parent.top
            anchors.topMargin: Theme.s4
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s8
            height: 280
            text: root.kiosk.result.number
            largest: 280
            horizontalAlignment: Text.AlignHCenter
        }

        Column {
            id: words

            anchors.top: number.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s5
            spacing: Theme.s2

            BaseText {
                objectName: "thanksService"
                width: parent.width
                text: root.kiosk.result.service
                font.pixelSize: Theme.title
                strong: true
                horizontalAlignment: Text.AlignHCenter
            }

            Tag {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.kiosk.result.segment
                tone: "notice"
                pixelSize: Theme.body
                visible: text !== ""
            }

            BaseText {
                objectName: "thanksWait"
                width: parent.width
                text: root.kiosk.result.wait
                textFormat: Text.StyledText
                font.pixelSize: Theme.lead
                horizontalAlignment: Text.AlignHCenter
            }

            BaseText {
                objectName: "thanksCalledBy"
                width: parent.width
                text: root.kiosk.result.calledBy
                textFormat: Text.StyledText
                color: Theme.textQuiet
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }

            BaseText {
                objectName: "thanksLate"
                width: parent.width
                text: root.kiosk.result.late
                strong: true
                color: Theme.goldText
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }

            BaseText {
                objectName: "thanksClosing"
                width: parent.width
                text: root.kiosk.result.closing
                strong: true
                color: Theme.goldText
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }

            BaseText {
                objectName: "thanksDocuments"
                width: parent.width
                text: root.kiosk.result.documents
                maximumLineCount: 3
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }
        }

        Rectangle {
            id: line

            anchors.top: words.bottom
            anchors.topMargin: Theme.s4
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s8
            height: 2
            color: Theme.edge
        }

        QrCode {
            id: code

            objectName: "thanksQr"
            anchors.top: line.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: caption.top
            anchors.horizontalCenter: parent.horizontalCenter
            width: height
            text: root.kiosk.result.url
        }

        BaseText {
            id: caption

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.s5
            text: root.kiosk.result.offline
                ? qsTr("The code works as soon as the connection is back")
                : qsTr("Scan to follow the queue: step out, keep your place")
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }

    PaperLine {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        kiosk: root.kiosk
    }
}
