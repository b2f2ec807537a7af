import QtQuick

// Where the keyboard is; drawn around its parent.
Rectangle {
    required property bool shown
    property real corner: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -4
    radius: corner + 4
    color: "transparent"
    border.width: 3
    border.color: Theme.dark ? Theme.white : Theme.jade
    visible: shown
}
