import QtQuick
import QtQuick.Templates as T
import Branchline

// The chosen number's ticket once more, quiet because it is asked for seldom.
T.AbstractButton {
    id: root

    objectName: "reprintButton"
    implicitWidth: words.implicitWidth + hint.implicitWidth + 6 + 2 * Theme.s1
    implicitHeight: Theme.touch
    text: qsTr("Print again")
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        BaseText {
            id: words

            x: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.pixelSize: Theme.small
            font.underline: root.hovered || root.down
            color: Theme.jade
            Accessible.ignored: true
        }

        BaseText {
            id: hint

            anchors.left: words.right
            anchors.leftMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            text: "Ctrl+P"
            font.pixelSize: Theme.small * 0.9
            font.weight: Theme.semiBold
            color: Theme.textFaint
            Accessible.ignored: true
        }
    }
}
