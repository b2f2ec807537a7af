import QtQuick
import Branchline
import Counter.Core

// What the hall is told, if anything, and the teller's own day: two quiet lines.
Item {
    id: root

    required property TellerFigures figures
    required property CounterNotices notices

    objectName: "workFoot"
    height: work.y + work.height

    BaseText {
        id: told

        objectName: "noticeLine"
        width: parent.width
        text: root.notices.line
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        color: Theme.goldText
        visible: text !== ""
        Accessible.role: Accessible.AlertMessage
    }

    BaseText {
        id: work

        objectName: "ownWork"
        y: told.visible ? told.height + 2 : 0
        text: root.figures.work
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }

    BaseText {
        objectName: "ownRating"
        anchors.right: parent.right
        y: work.y
        text: root.figures.satisfied
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }
}
