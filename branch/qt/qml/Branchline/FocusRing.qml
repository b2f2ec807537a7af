pragma ComponentBehavior: Bound

import QtQuick

// Where the keyboard is; drawn around its parent, and made only where it is to be seen.
Loader {
    id: root

    property Look look: Theme
    required property bool shown
    property real corner: look.radiusControl

    anchors.fill: parent
    anchors.margins: -4
    active: shown

    sourceComponent: Rectangle {
        radius: root.corner + 4
        color: "transparent"
        border.width: 3
        border.color: root.look.dark ? root.look.white : root.look.jade
    }
}
