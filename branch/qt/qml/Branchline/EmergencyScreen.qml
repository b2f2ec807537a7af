import QtQuick

// An emergency takes the whole screen until it is lifted: nothing else is to be read, and no touch means anything.
Rectangle {
    id: root

    required property string main
    property string second: ""
    required property string secondName

    // Pixels of this screen to one of the size that it is laid out for.
    property real unit: 1

    // From the edge to the sign and between the two: a high screen has more room.
    property real space: 64
    property real signWidth: 160
    property real mainSize: 150
    property real secondSize: 84

    readonly property bool both: second !== ""

    objectName: "emergencyScreen"
    visible: main !== ""
    color: Theme.callPressed
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [main, second].filter(Boolean).join(" ")

    MouseArea { anchors.fill: parent; Accessible.ignored: true }

    Icon {
        id: sign

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.space * root.unit
        width: root.signWidth * root.unit
        height: width
        name: "bell"
        color: Theme.white
    }

    Column {
        id: words

        readonly property real room: root.height - sign.y - sign.height - 2 * root.space * root.unit

        anchors.horizontalCenter: parent.horizontalCenter
        y: sign.y + sign.height + root.space * root.unit
        width: root.width - 160 * root.unit
        spacing: 32 * root.unit

        BaseText {
            objectName: "emergencyText"
            width: parent.width
            height: (words.room - parent.spacing) * (root.both ? 0.55 : 1)
            text: root.main
            font.pixelSize: root.mainSize * root.unit
            font.weight: Theme.heavy
            fontSizeMode: Text.Fit
            minimumPixelSize: 9
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
        }

        BaseText {
            objectName: root.secondName
            width: parent.width
            height: (words.room - parent.spacing) * 0.45
            text: root.second
            font.pixelSize: root.secondSize * root.unit
            font.weight: Theme.semiBold
            fontSizeMode: Text.Fit
            minimumPixelSize: 9
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
            visible: root.both
        }
    }
}
