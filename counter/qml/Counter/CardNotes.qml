pragma ComponentBehavior: Bound

import QtQuick
import Branchline

// Beside the number: what a colleague wrote, and what the branch reminds of. All of it is in the details.
Column {
    id: root

    required property string note
    required property string hint

    readonly property int share: note !== "" && hint !== "" ? (height - spacing) / 2 : height

    component Box: Rectangle {
        id: box

        required property string text
        required property color ink
        property string name: ""

        width: root.width
        height: root.share
        radius: Theme.radiusTag
        visible: text !== ""

        BaseText {
            objectName: box.name
            anchors.fill: parent
            anchors.margins: root.share < 60 ? 4 : Theme.s1
            anchors.leftMargin: Theme.s1
            anchors.rightMargin: Theme.s1
            text: box.text
            font.pixelSize: Theme.small
            color: box.ink
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: 11
        }
    }

    spacing: 4
    visible: note !== "" || hint !== ""

    Box {
        name: "currentNote"
        text: root.note
        ink: Theme.goldText
        color: Theme.goldSoft
    }

    Box {
        name: "currentHint"
        text: root.hint
        ink: Theme.jade
        color: Theme.jadeSoft
    }
}
