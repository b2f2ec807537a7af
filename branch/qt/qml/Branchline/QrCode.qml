import QtQuick
import QtQuick.Window

// A QR code with its quiet zone, centred, as large as whole pixels a module allow.
Rectangle {
    id: root

    property string text
    property color dark: "black"
    property color light: "white"

    readonly property real ratio: Screen.devicePixelRatio
    readonly property int pixels: Math.floor(Math.min(width, height) * ratio)

    color: light

    Image {
        x: Math.round((root.width - width) / 2)
        y: Math.round((root.height - height) / 2)
        width: root.pixels / root.ratio
        height: width
        sourceSize: Qt.size(root.pixels, root.pixels)
        source: root.text === "" || root.pixels <= 0 ? ""
            : "image://qr/" + hex(root.dark) + "/" + hex(root.light) + "/" + encodeURIComponent(root.text)
        smooth: false
        // No two tickets have the same one.
        cache: false
        Accessible.ignored: true

        function hex(ink: color): string {
            return [ink.r, ink.g, ink.b].map(part => Math.round(part * 255).toString(16).padStart(2, "0")).join("");
        }
    }
}
