pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// A card that is touched. Give it a contentItem to lay out, and a `text` that says the whole card aloud.
// `act` makes it the main choice, `selected` marks the one chosen.
T.AbstractButton {
    id: root

    property Look look: Theme
    property bool selected: false
    property bool act: false
    property int corner: root.look.radiusSheet

    readonly property color ink: act ? root.look.white : selected ? root.look.jade : root.look.text

    objectName: "touchCard"
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, root.look.touch)
    implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, root.look.touch)
    padding: root.look.s4
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.55
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.selected: selected

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        radius: root.corner
        color: root.act ? (root.down ? root.look.jadePressed : root.look.jade)
            : root.down || root.selected ? root.look.pressed : root.look.surface
        border.width: root.act ? 0 : root.selected || root.down ? 2 * root.look.stroke : root.look.stroke + 1
        border.color: root.selected || root.down ? root.look.jade : root.look.edge

        FocusRing {
            look: root.look
            shown: root.visualFocus
            corner: root.corner
        }
    }

    contentItem: BaseText {
        look: root.look
        text: root.text
        strong: true
        font.pixelSize: root.look.lead
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
