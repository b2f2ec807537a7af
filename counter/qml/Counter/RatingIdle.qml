import QtQuick
import Branchline
import Counter.Core

// Between two customers: which counter this is, and who is being served.
Item {
    id: root

    required property RatingPad pad

    readonly property bool serves: pad.number !== ""

    objectName: "ratingIdle"
    Accessible.role: Accessible.Pane
    Accessible.name: pad.counterText

    BaseText {
        x: 56
        y: 46
        text: root.pad.counterText
        font.pixelSize: 44
        font.weight: Theme.heavy
        visible: root.pad.status !== "closed"
    }

    BaseText {
        objectName: "idleWelcome"
        anchors.right: parent.right
        anchors.rightMargin: 56
        y: 60
        text: root.pad.words.welcome
        font.pixelSize: 24
        color: Theme.textQuiet
    }

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: 24
        width: parent.width - 112
        spacing: Theme.s2

        RatingSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: root.pad.status === "ready" ? "people" : "clock"
            notice: root.pad.status !== "ready"
            visible: !root.serves
        }

        BaseText {
            objectName: "idleStatus"
            width: parent.width
            topPadding: root.serves ? 0 : Theme.s2
            text: root.pad.words[root.pad.status] ?? ""
            font.pixelSize: 34
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }

        NumberText {
            objectName: "idleNumber"
            width: parent.width
            height: 220
            largest: 200
            text: root.pad.number
            horizontalAlignment: Text.AlignHCenter
            visible: root.serves
        }
    }
}
