import QtQuick
import Branchline
import Branchline.Core

// What the card shows while nobody is at the counter: a round sign and a line.
Column {
    id: root

    required property string text
    property bool paused: false

    spacing: Theme.s1

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 72
        height: 72
        radius: 36
        color: root.paused ? Theme.goldSoft : Theme.jadeSoft

        Icon {
            anchors.centerIn: parent
            width: 36
            height: 36
            name: root.paused ? "clock" : "people"
            color: root.paused ? Theme.goldText : Theme.jade
        }
    }

    BaseText {
        objectName: "cardHint"
        width: parent.width
        text: root.text
        color: Theme.textQuiet
        horizontalAlignment: Text.AlignHCenter
    }
}
