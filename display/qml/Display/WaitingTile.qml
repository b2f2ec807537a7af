pragma ComponentBehavior: Bound

import QtQuick
import Branchline

// One service: its letter, how many are ahead of a newcomer, the middle of the wait, and its top.
Rectangle {
    id: root

    required property string id
    required property string letter
    required property int ahead
    required property string wait
    required property string within

    required property real unit
    required property bool wide
    required property bool low

    radius: 24 * unit
    color: Theme.tile
    border.width: Theme.outline * unit
    border.color: Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: [letter, ahead, wait, within].filter(part => part !== "").join(" ")

    Item {
        id: figure

        readonly property string text: root.letter + " " + root.ahead

        objectName: "waiting-" + root.id
        x: 16 * root.unit
        width: root.wide ? root.width * 0.37 - x : root.width - 2 * x
        height: root.wide ? root.height : root.height - words.height - 8 * root.unit

        BaseText {
            id: letter

            anchors.verticalCenter: parent.verticalCenter
            text: root.letter
            font.pixelSize: Math.max(1, 28 * root.unit)
            wrapMode: Text.NoWrap
            color: Theme.textQuiet
            Accessible.ignored: true
        }

        BaseText {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - letter.width - 6 * root.unit
            text: root.ahead
            horizontalAlignment: Text.AlignRight
            font.pixelSize: Math.max(1, (root.low ? 42 : 56) * root.unit)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.max(1, 8 * root.unit)
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    Column {
        id: words

        anchors.right: parent.right
        anchors.rightMargin: 16 * root.unit
        y: root.wide ? (root.height - height) / 2 : root.height - height - 8 * root.unit
        width: root.wide ? root.width - figure.width - figure.x - 32 * root.unit : root.width - 32 * root.unit

        component Line: BaseText {
            width: words.width
            visible: text !== ""
            horizontalAlignment: root.wide ? Text.AlignRight : Text.AlignLeft
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.max(1, 8 * root.unit)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Line {
            objectName: "wait-" + root.id
            text: root.wait
            font.pixelSize: Math.max(1, (root.wide ? 26 : 22) * root.unit)
        }

        Line {
            objectName: "within-" + root.id
            text: root.within
            font.pixelSize: Math.max(1, (root.wide ? 20 : 18) * root.unit)
            color: Theme.textQuiet
        }
    }
}
