import QtQuick
import QtQuick.Window

// A line drawing of assets/icons in one colour. Those that point the way of reading are turned where that is from
// right to left.
Item {
    id: root

    property string name
    property color color: "black"

    implicitWidth: 24
    implicitHeight: 24

    Image {
        anchors.fill: parent
        mirror: Theme.mirrored && ["back", "forward"].includes(root.name)
        // Drawn in its own size: nothing is scaled, so every line stays sharp.
        sourceSize: Qt.size(Math.ceil(width * Screen.devicePixelRatio), Math.ceil(height * Screen.devicePixelRatio))
        source: root.name === "" || width <= 0 || height <= 0 ? ""
            : "image://icons/" + root.name + "/" + hex(root.color)
        Accessible.ignored: true

        function hex(ink: color): string {
            return [ink.a, ink.r, ink.g, ink.b].map(part => Math.round(part * 255).toString(16).padStart(2, "0")).join("");
        }
    }
}
