import QtQuick
import Branchline

// One line of what there is to know: what it is about, and what is so.
Item {
    id: root

    required property string about
    required property string said

    implicitHeight: Math.max(label.height, words.height) + 4
    Accessible.role: Accessible.StaticText
    Accessible.name: about + ": " + said

    BaseText {
        id: label

        x: 12
        y: 2
        width: 84
        text: root.about
        font.pixelSize: Theme.small
        color: Theme.textFaint
        Accessible.ignored: true
    }

    BaseText {
        id: words

        objectName: "detailSaid"
        anchors.left: label.right
        anchors.leftMargin: 4
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: 1
        text: root.said
        font.pixelSize: Theme.small + 1
        Accessible.ignored: true
    }
}
