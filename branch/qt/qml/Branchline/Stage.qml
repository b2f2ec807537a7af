import QtQuick

// A design of a given width on a screen of any size: what is in it is laid out `designWidth` wide and as high
// as the screen then allows, at least `designHeight`, and drawn at the scale that fits. Mirrored as a whole for
// languages that are read from right to left.
Item {
    id: root

    required property real designWidth
    required property real designHeight
    // Against burn-in: how far the design stands from its place, in its own pixels.
    property int shiftX: 0
    property int shiftY: 0
    default property alias content: inside.data

    readonly property real factor: Math.min(width / designWidth, height / designHeight)

    objectName: "stage"
    anchors.fill: parent

    Item {
        id: inside

        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        x: root.shiftX * root.factor
        y: root.shiftY * root.factor
        width: Math.max(root.designWidth, root.width / root.factor)
        height: Math.max(root.designHeight, root.height / root.factor)
        scale: root.factor
        transformOrigin: Item.TopLeft
    }
}
