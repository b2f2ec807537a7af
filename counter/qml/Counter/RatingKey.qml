import QtQuick
import Branchline

// A key of the rating window's keyboard.
TouchCard {
    id: root

    property int pixelSize: 28

    implicitWidth: 82
    implicitHeight: 84
    padding: 0
    corner: Theme.radiusControl

    contentItem: BaseText {
        text: root.text
        font.pixelSize: root.pixelSize
        font.weight: root.selected || root.act ? Theme.semiBold : Theme.regular
        color: root.ink
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
