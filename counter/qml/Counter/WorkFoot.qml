import QtQuick
import Branchline
import Counter.Core

// What the hall is told, if anything, and the teller's own day: two quiet lines.
Item {
    id: root

    required property Work work

    objectName: "workFoot"
    height: own.y + own.height

    BaseText {
        id: told

        objectName: "noticeLine"
        width: parent.width
        text: root.work.notices.line
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        color: Theme.goldText
        visible: text !== ""
        Accessible.role: Accessible.AlertMessage
    }

    BaseText {
        id: own

        objectName: "ownWork"
        y: told.visible ? told.height + 2 : 0
        text: root.work.figures.work
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }

    BaseText {
        objectName: "ownRating"
        anchors.right: parent.right
        y: own.y
        text: root.work.figures.satisfied
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }
}
