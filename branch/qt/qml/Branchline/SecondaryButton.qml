pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Branchline.Core

// Something else that may be done. `keyHint` shows its key, top right, and is its key; `iconName` an icon.
T.AbstractButton {
    id: root

    property string keyHint: ""
    // What is held with it from elsewhere on the desktop, shown before it.
    property string keyPrefix: ""
    property string iconName: ""
    property bool round: false
    property int corner: round ? height / 2 : Theme.radiusControl

    // Its key, while it takes no press: a key must never seem dead.
    signal pressedInVain

    objectName: "secondaryButton"
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, Theme.touch)
    implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, Theme.touch)
    horizontalPadding: Theme.s2
    verticalPadding: Theme.s1
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    Shortcut {
        sequence: root.keyHint
        autoRepeat: false
        enabled: root.keyHint !== "" && root.visible
        onActivated: root.enabled ? root.click() : root.pressedInVain()
    }

    background: Rectangle {
        radius: root.corner
        color: root.down ? Theme.pressed : root.checked ? Theme.pressed : root.enabled ? Theme.surface : "transparent"
        border.width: root.checked ? Math.max(2, Theme.stroke) : root.enabled ? Theme.stroke : 1
        border.color: root.down || root.checked ? (Theme.dark ? Theme.white : Theme.jade) : Theme.edge

        FocusRing {
            shown: root.visualFocus
            corner: root.corner
        }

        Loader {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 6
            anchors.rightMargin: 10
            active: root.keyHint !== ""

            sourceComponent: BaseText {
                objectName: "keyHint"
                text: root.keyPrefix + root.keyHint
                font.pixelSize: Theme.small * 0.9
                font.weight: Theme.semiBold
                color: Theme.textFaint
            }
        }
    }

    contentItem: Item {
        implicitWidth: symbol.width + label.anchors.leftMargin + label.implicitWidth
        implicitHeight: Math.max(label.implicitHeight, symbol.height)

        Loader {
            id: symbol

            readonly property bool used: root.iconName !== ""

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Math.max(0, (parent.width - width - label.anchors.leftMargin - label.implicitWidth) / 2)
            width: used ? Theme.lead : 0
            height: width
            active: used
            visible: used

            sourceComponent: Icon {
                name: root.iconName
                color: label.color
            }
        }

        BaseText {
            id: label

            anchors.left: symbol.used ? symbol.right : parent.left
            anchors.leftMargin: symbol.used && text !== "" ? Theme.s1 : 0
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            strong: true
            horizontalAlignment: symbol.used ? Text.AlignLeft : Text.AlignHCenter
            color: root.enabled ? (root.checked && !Theme.dark ? Theme.jade : Theme.text) : Theme.textFaint
        }
    }
}
