import QtQuick
import Branchline
import Counter.Core

// The teller's own day in one quiet line.
Item {
    id: root

    required property Figures figures

    objectName: "workFoot"
    implicitHeight: work.height

    BaseText {
        id: work

        objectName: "ownWork"
        anchors.left: parent.left
        text: root.figures.work
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }

    BaseText {
        objectName: "ownRating"
        anchors.right: parent.right
        text: root.figures.satisfied
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }
}
