import QtQuick
import Branchline

// A word to touch on the rating window. `natural` is how wide it likes to be, chosen or not; with a `factor`
// below 1 it is narrower and its letters smaller, but it stays as high as a finger needs.
TouchCard {
    id: root

    property real factor: 1

    readonly property real natural: Math.ceil(metrics.advanceWidth) + 46

    objectName: "ratingChip"
    look: PadLook
    implicitWidth: Math.max(PadLook.touch, natural * factor)
    implicitHeight: PadLook.touch
    horizontalPadding: 8
    verticalPadding: 0
    corner: height / 2

    TextMetrics {
        id: metrics

        font.family: PadLook.family
        font.weight: PadLook.semiBold
        font.pixelSize: PadLook.sized(22)
        text: root.text
    }

    contentItem: PadText {
        text: root.text
        font.pixelSize: Math.floor(PadLook.sized(22) * root.factor)
        font.weight: root.selected || root.act ? PadLook.semiBold : PadLook.regular
        color: root.ink
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
