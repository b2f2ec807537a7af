pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// A card that is touched. Give it a contentItem to lay out, and a `text` that says the whole card aloud.
// `act` makes it the main choice, `selected` marks the one chosen.
T.AbstractButton {
    id: root

    property bool selected: false
    property bool act: false
    property int corner: Theme.radiusSheet

    readonly property color ink: act ? Theme.white : selected ? Theme.jade : Theme.text

    objectName: "touchCard"
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, Theme.touch)
    implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, Theme.touch)
    padding: Theme.s4
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.55
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.selected: selected

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        radius: root.corner
        color: root.act ? (root.down ? Theme.jadePressed : Theme.jade)
            : root.down || root.selected ? Theme.pressed : Theme.surface
        border.width: root.act ? 0 : root.selected || root.down ? Math.max(2, Theme.stroke) : Theme.stroke + 1
        border.color: root.selected || root.down ? Theme.jade : Theme.edge

        FocusRing {
            shown: root.visualFocus
            corner: root.corner
        }
    }

    contentItem: BaseText {
        text: root.text
        strong: true
        font.pixelSize: Theme.lead
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
