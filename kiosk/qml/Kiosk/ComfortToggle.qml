import QtQuick
import QtQuick.Layouts
import Branchline
import Branchline.Core

// One of the toggles at the foot: a picture over a word; `selected` follows whoever owns the state. A label
// that is written without spaces says by a line break where it may be broken, if it is too long for one line.
TouchCard {
    id: root

    required property string iconName
    required property string label

    text: label.replace("\n", "")
    Layout.fillWidth: true
    Layout.fillHeight: true
    implicitHeight: Math.max(148, face.implicitHeight + 2 * padding)
    padding: Theme.s1 + 4
    corner: Theme.radiusSheet - 4
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: Item {
        Column {
            id: face

            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.s1

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 44
                height: width
                name: root.iconName
                color: root.ink
            }

            BaseText {
                id: word

                width: parent.width
                text: line.advanceWidth > width ? root.label : root.text
                horizontalAlignment: Text.AlignHCenter
                strong: root.selected
                font.pixelSize: Math.round(Theme.body * 0.93)
                lineHeight: 0.95
                maximumLineCount: 2
                color: root.ink
                Accessible.ignored: true

                TextMetrics {
                    id: line

                    font: word.font
                    text: root.text
                }
            }
        }
    }
}
