import QtQuick

// A design of a given width on a screen of any size: what is in it is laid out `designWidth` wide and as high
// as the screen then allows, at least `designHeight`, and drawn at the scale that fits.
Item {
    id: root

    required property real designWidth
    required property real designHeight
    default property alias content: inside.data

    readonly property real factor: Math.min(width / designWidth, height / designHeight)

    objectName: "stage"
    anchors.fill: parent

    Item {
        id: inside

        width: Math.max(root.designWidth, root.width / root.factor)
        height: Math.max(root.designHeight, root.height / root.factor)
        scale: root.factor
        transformOrigin: Item.TopLeft
    }
}
