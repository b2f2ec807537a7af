import QtQuick
import Branchline

// What has been typed on our own keys, large; a hint while that is nothing.
Panel {
    id: root

    required property string entered
    required property string hint
    required property string spoken
    property string fieldName: "entered"
    property bool wrong: false
    property int spread: 0

    height: 200
    radius: Theme.radiusSheet
    border.width: 3
    border.color: wrong ? Theme.call : entered !== "" ? Theme.jade : Theme.edge

    NumberText {
        objectName: root.fieldName
        anchors.fill: parent
        anchors.margins: Theme.s4
        text: root.entered
        largest: 96
        font.letterSpacing: root.spread
        horizontalAlignment: Text.AlignHCenter
        Accessible.name: root.spoken
    }

    BaseText {
        anchors.centerIn: parent
        text: root.hint
        font.pixelSize: Theme.lead
        color: Theme.textFaint
        visible: root.entered === ""
    }
}
