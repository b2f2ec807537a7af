import QtQuick
import QtQuick.Templates as T

// How far something is, without a fuss: a thin bar; `late` when it took longer than it should.
T.ProgressBar {
    id: root

    property bool late: false
    property string label: ""

    objectName: "progress"
    implicitWidth: 200
    implicitHeight: 6
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    background: Rectangle {
        radius: height / 2
        color: Theme.idle
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.edge
    }

    contentItem: Item {
        Rectangle {
            anchors.left: parent.left
            width: Math.max(height, root.visualPosition * parent.width)
            height: parent.height
            radius: height / 2
            color: root.late ? Theme.call : Theme.jade
            visible: root.visualPosition > 0

            Behavior on width {
                NumberAnimation { duration: Theme.normal; easing.type: Theme.easing }
            }
        }
    }
}
