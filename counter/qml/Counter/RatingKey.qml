import QtQuick
import Branchline

// A key of the rating window's keyboard.
TouchCard {
    id: root

    property int pixelSize: 28

    look: PadLook
    implicitWidth: 82
    implicitHeight: 84
    padding: 0
    corner: PadLook.radiusControl

    contentItem: PadText {
        text: root.text
        font.pixelSize: PadLook.sized(root.pixelSize)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 14
        font.weight: root.selected || root.act ? PadLook.semiBold : PadLook.regular
        color: root.ink
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
