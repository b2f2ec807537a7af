import QtQuick
import QtQuick.Templates as T
import Branchline

// The question about the first of the queue, quiet because it is asked seldom.
T.AbstractButton {
    id: root

    readonly property string key: "F1"
    property bool busy: false

    objectName: "whyButton"
    implicitWidth: words.implicitWidth + hint.implicitWidth + 6 + 2 * Theme.s1
    implicitHeight: Theme.touch
    text: qsTr("Why next?")
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    Shortcut {
        sequence: root.key
        autoRepeat: false
        enabled: root.visible
        onActivated: root.click()
    }

    contentItem: Item {
        BaseText {
            id: words

            x: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.pixelSize: Theme.small
            font.underline: root.hovered || root.down || root.busy
            opacity: root.busy ? 0.5 : 1
            color: Theme.jade
            Accessible.ignored: true
        }

        BaseText {
            id: hint

            anchors.left: words.right
            anchors.leftMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            text: root.key
            font.pixelSize: Theme.small * 0.9
            font.weight: Theme.semiBold
            color: Theme.textFaint
            Accessible.ignored: true
        }
    }
}
