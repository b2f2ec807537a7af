import QtQuick
import Branchline

// The frame of every panel at the counter: what it is about, and the way out of it. What is in it stands below `contentTop`.
Panel {
    id: root

    required property string closeName
    property string title: ""
    property string titleName: ""
    property int titleLines: 1

    readonly property alias closeButton: close
    readonly property int contentTop: Theme.touch + 14

    signal closed

    Accessible.role: Accessible.Grouping
    Accessible.name: title

    BaseText {
        objectName: root.titleName
        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.right: close.left
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: root.title
        strong: true
        elide: Text.ElideRight
        wrapMode: root.titleLines === 1 ? Text.NoWrap : Text.Wrap
        maximumLineCount: root.titleLines
        visible: text !== ""
    }

    SecondaryButton {
        id: close

        objectName: root.closeName
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        width: Math.max(92, implicitWidth)
        height: Theme.touch
        topPadding: 10
        bottomPadding: 0
        text: qsTr("Close")
        keyHint: "Esc"
        onClicked: root.closed()
    }
}
