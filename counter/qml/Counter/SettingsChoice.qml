import QtQuick
import QtQuick.Templates as T
import Branchline
import Branchline.Core

// One of several (or with `many` one that stands for itself), with a word more about it.
T.AbstractButton {
    id: root

    property string detail: ""
    property bool chosen: false
    property bool many: false

    objectName: "settingsChoice"
    implicitHeight: Math.max(56, words.height + 2 * Theme.s1)
    focusPolicy: Qt.TabFocus
    Accessible.role: many ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down || root.chosen ? Theme.pressed : root.enabled ? Theme.surface : "transparent"
        border.width: root.chosen ? Math.max(2, Theme.stroke) : Theme.stroke
        border.color: root.down || root.chosen ? Theme.jade : Theme.edge

        FocusRing {
            shown: root.visualFocus
        }
    }

    contentItem: Item {
        Column {
            id: words

            x: Theme.s2
            width: parent.width - Theme.s2 - 48
            anchors.verticalCenter: parent.verticalCenter

            BaseText {
                width: parent.width
                text: root.text
                strong: root.chosen
                color: root.enabled ? Theme.text : Theme.textFaint
            }

            BaseText {
                width: parent.width
                text: root.detail
                font.pixelSize: Theme.small
                color: Theme.textFaint
                visible: text !== ""
            }
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            name: "check"
            color: Theme.jade
            visible: root.chosen
        }
    }
}
