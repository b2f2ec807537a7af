import QtQuick
import QtQuick.Templates as T
import Branchline

// One who waits, or stands aside. One press chooses, two call; who stands aside can be put back in
// the queue, or stay aside longer.
T.AbstractButton {
    id: root

    required property string ticket
    required property string number
    required property string detail
    required property string segment
    required property string wait
    required property bool late
    required property string group
    required property bool parked
    property bool chosen: false

    signal called
    signal putBack
    signal parkAgain

    readonly property bool aside: group !== "queue"

    objectName: (aside ? "heldRow-" : "queueRow-") + number
    implicitHeight: Theme.touch
    text: number + ", " + detail + ", " + (segment === "" ? "" : segment + ", ") + wait
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: chosen
    onDoubleClicked: called()

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.chosen || root.down ? Theme.pressed : "transparent"
        border.width: root.chosen ? 2 : 0
        border.color: Theme.jade
    }

    contentItem: Item {
        BaseText {
            id: who

            anchors.verticalCenter: parent.verticalCenter
            x: 12
            width: 66
            text: root.number
            font.weight: Theme.heavy
            wrapMode: Text.NoWrap
            color: root.group === "held" ? Theme.textQuiet : Theme.text
            Accessible.ignored: true
        }

        BaseText {
            anchors.left: who.right
            anchors.leftMargin: Theme.s1
            anchors.right: again.visible ? again.left : back.visible ? back.left : kind.visible ? kind.left : when.left
            anchors.rightMargin: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            text: root.detail
            visible: !again.visible
            font.pixelSize: Theme.small + 1
            color: Theme.textQuiet
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }

        Tag {
            id: kind

            anchors.right: when.left
            anchors.rightMargin: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            text: root.segment
            tone: "notice"
            pixelSize: 12
            visible: root.segment !== "" && !back.visible
        }

        BaseText {
            id: when

            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: root.aside ? 88 : 62
            text: root.wait
            font.pixelSize: Theme.small + 1
            font.weight: root.late ? Theme.semiBold : Theme.regular
            horizontalAlignment: Text.AlignRight
            color: root.late ? Theme.callText : Theme.textQuiet
            visible: !back.visible
            Accessible.ignored: true
        }

        SecondaryButton {
            id: again

            objectName: "parkAgainButton"
            anchors.right: back.left
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(130, implicitWidth)
            height: parent.height - 8
            horizontalPadding: Theme.s1
            topPadding: 6
            bottomPadding: 0
            text: qsTr("Park again")
            keyHint: "P"
            visible: back.visible && root.parked
            onClicked: root.parkAgain()
        }

        SecondaryButton {
            id: back

            objectName: "putBackButton"
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(112, implicitWidth)
            horizontalPadding: Theme.s1
            height: parent.height - 8
            topPadding: 6
            bottomPadding: 0
            text: qsTr("Put back")
            keyHint: "R"
            visible: root.chosen && root.aside
            onClicked: root.putBack()
        }
    }
}
