import QtQuick
import QtQuick.Window

// A line drawing of assets/icons in one colour. Those that point the way of reading are turned where that is from
// right to left.
Item {
    id: root

    property string name
    property color color: "black"

    // The lesser of both: while an item takes its new size, its width comes first and then its height, and every
    // size that is asked for is drawn.
    readonly property real side: Math.min(width, height)

    implicitWidth: 24
    implicitHeight: 24

    Image {
        anchors.centerIn: parent
        width: root.side
        height: root.side
        mirror: Theme.mirrored && ["back", "forward"].includes(root.name)
        // Drawn in its own size: nothing is scaled, so every line stays sharp.
        sourceSize: Qt.size(Math.ceil(root.side * Screen.devicePixelRatio), Math.ceil(root.side * Screen.devicePixelRatio))
        source: root.name === "" || root.side <= 0 ? ""
            : "image://icons/" + root.name + "/" + hex(root.color)
        Accessible.ignored: true

        function hex(ink: color): string {
            return [ink.a, ink.r, ink.g, ink.b].map(part => Math.round(part * 255).toString(16).padStart(2, "0")).join("");
        }
    }
}
