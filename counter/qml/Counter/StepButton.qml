import QtQuick
import QtQuick.Templates as T
import Branchline
import Branchline.Core

// One step of the service standard: a box to tick, its name and its key.
T.AbstractButton {
    id: root

    required property string step
    required property string name
    required property bool done
    required property bool busy
    required property string hint

    objectName: "step-" + step
    implicitHeight: Theme.touch
    text: name
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: name
    Accessible.checkable: true
    Accessible.checked: done

    Shortcut {
        sequence: root.hint
        autoRepeat: false
        enabled: root.visible && root.enabled
        onActivated: root.click()
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down || root.busy ? Theme.pressed : Theme.surface
        border.width: root.enabled ? Theme.stroke : 0
        border.color: root.busy ? Theme.jade : Theme.edge
    }

    contentItem: Item {
        Rectangle {
            id: box

            objectName: "stepBox"
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 22
            height: 22
            radius: 6
            color: root.done ? Theme.jade : "transparent"
            border.width: root.done ? 0 : 2
            border.color: root.enabled ? Theme.textFaint : Theme.edge

            Icon {
                anchors.centerIn: parent
                width: 16
                height: 16
                name: "check"
                color: Theme.white
                visible: root.done
            }
        }

        BaseText {
            anchors.left: box.right
            anchors.leftMargin: Theme.s1
            anchors.right: key.left
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            font.pixelSize: Theme.small + 1
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.enabled ? Theme.text : Theme.textFaint
            Accessible.ignored: true
        }

        BaseText {
            id: key

            anchors.right: parent.right
            anchors.rightMargin: 10
            y: 6
            text: root.hint
            font.pixelSize: Theme.small * 0.9
            font.weight: Theme.semiBold
            color: Theme.textFaint
            Accessible.ignored: true
        }
    }
}
