import QtQuick
import Branchline

// One of the last calls and its counter. A vermilion edge: its customer is still awaited.
Rectangle {
    id: root

    required property string number
    required property string counter
    required property string direction
    required property string promised
    required property string word
    required property string second
    required property bool wordFirst
    required property bool now
    required property bool onStage
    required property string spoken
    required property real unit

    readonly property real large: Math.min(88 * unit, height * 0.62)

    objectName: "callRow-" + root.number
    radius: Math.min(28 * unit, height / 3)
    color: Theme.surface
    border.width: (onStage ? 3 : Theme.outline) * unit
    border.color: onStage ? Theme.call : Theme.edge
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken

    Rectangle {
        x: 16 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        width: 8 * root.unit
        height: parent.height * 0.5
        radius: width / 2
        color: Theme.highContrast ? Theme.text : Theme.call
        visible: root.now
    }

    NumberText {
        id: figures

        anchors.left: parent.left
        anchors.leftMargin: 44 * root.unit
        anchors.right: promise.visible ? promise.left : place.left
        anchors.rightMargin: 20 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        text: root.number
        largest: root.large
        font.weight: Font.Bold
        Accessible.ignored: true
    }

    // A picture, since the word in English would leave no room for the number; the main panel says it.
    Rectangle {
        id: promise

        objectName: "promise-" + root.number
        anchors.right: place.left
        anchors.rightMargin: 16 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(56 * root.unit, root.height * 0.5)
        height: width
        radius: width / 2
        color: Theme.goldSoft
        visible: root.promised !== ""
        Accessible.ignored: true

        Icon {
            anchors.centerIn: parent
            width: parent.width * 0.62
            height: width
            name: "clock"
            color: Theme.goldText
        }
    }

    Row {
        id: place

        anchors.right: parent.right
        anchors.rightMargin: 40 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16 * root.unit
        layoutDirection: root.wordFirst ? Qt.RightToLeft : Qt.LeftToRight

        Arrow {
            anchors.verticalCenter: parent.verticalCenter
            width: root.large * 0.6
            height: width
            direction: root.direction
            color: Theme.text
        }

        BaseText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.counter
            font.pixelSize: root.large * 0.92
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            BaseText {
                text: root.word
                font.pixelSize: Math.min(40 * root.unit, root.height * 0.3)
                wrapMode: Text.NoWrap
                color: Theme.textQuiet
                Accessible.ignored: true
            }

            BaseText {
                text: root.second
                visible: text !== ""
                font.pixelSize: Math.min(26 * root.unit, root.height * 0.22)
                wrapMode: Text.NoWrap
                color: Theme.textQuiet
                Accessible.ignored: true
            }
        }
    }
}
