pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// The one thing to do here; `detail` is a second line, `keyHint` shows its key, top right, and is its key.
// `busy`: it has been pressed and waits for what comes of it; it takes no press meanwhile.
T.AbstractButton {
    id: root

    property string keyHint: ""
    // What is held with it from elsewhere on the desktop, shown before it.
    property string keyPrefix: ""
    property string detail: ""
    property bool busy: false

    readonly property bool lit: enabled || busy

    // Its key, while it takes no press: a key must never seem dead.
    signal pressedInVain

    enabled: !busy
    objectName: "primaryButton"
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, Theme.touch * 3)
    implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, Theme.touch + Theme.s2)
    horizontalPadding: Theme.s4
    verticalPadding: Theme.s1
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    Shortcut {
        sequence: root.keyHint
        autoRepeat: false
        enabled: root.keyHint !== "" && root.visible
        onActivated: root.enabled ? root.click() : root.pressedInVain()
    }

    background: Rectangle {
        radius: Math.min(Theme.radiusCard, Math.max(Theme.radiusControl, root.height / 5))
        color: root.lit ? (root.down || root.busy ? Theme.jadePressed : Theme.jade) : Theme.idle
        border.width: root.lit || !Theme.highContrast ? 0 : 1
        border.color: Theme.edge

        FocusRing {
            shown: root.visualFocus
            corner: (parent as Rectangle).radius
        }

        Loader {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.s1
            anchors.rightMargin: Theme.s2
            active: root.keyHint !== ""

            sourceComponent: BaseText {
                objectName: "keyHint"
                text: root.keyPrefix + root.keyHint
                font.pixelSize: Theme.small
                strong: true
                color: root.lit ? Theme.white : Theme.textQuiet
            }
        }
    }

    contentItem: Column {
        id: words

        spacing: 2
        topPadding: Math.max(0, (root.availableHeight - label.height - (more.visible ? more.height + spacing : 0)) / 2)

        BaseText {
            id: label

            width: words.width
            text: root.text
            font.pixelSize: Theme.lead
            font.weight: Theme.semiBold
            horizontalAlignment: Text.AlignHCenter
            color: root.lit ? Theme.white : Theme.textQuiet
        }

        BaseText {
            id: more

            width: words.width
            text: root.detail
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            color: label.color
        }
    }
}
