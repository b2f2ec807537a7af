import QtQuick

// Where the keyboard is; drawn around its parent.
Rectangle {
    property Look look: Theme
    required property bool shown
    property real corner: look.radiusControl

    anchors.fill: parent
    anchors.margins: -4
    radius: corner + 4
    color: "transparent"
    border.width: 3
    border.color: look.dark ? look.white : look.jade
    visible: shown
}
