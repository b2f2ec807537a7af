import QtQuick
import Branchline

// A word to touch on the rating window.
TouchCard {
    id: root

    objectName: "ratingChip"
    implicitHeight: 64
    horizontalPadding: 22
    verticalPadding: 0
    corner: height / 2

    contentItem: BaseText {
        text: root.text
        font.pixelSize: 22
        font.weight: root.selected || root.act ? Theme.semiBold : Theme.regular
        color: root.ink
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
