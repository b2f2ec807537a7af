import QtQuick
import QtQuick.Layouts
import Branchline
import Branchline.Core

// One of the toggles at the foot: a picture over a word; `selected` follows whoever owns the state.
TouchCard {
    id: root

    required property string iconName

    Layout.fillWidth: true
    implicitHeight: 148
    padding: Theme.s2
    corner: Theme.radiusSheet - 4
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: Item {
        Column {
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
                width: parent.width
                text: root.text
                horizontalAlignment: Text.AlignHCenter
                strong: root.selected
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 20
                wrapMode: Text.NoWrap
                color: root.ink
                Accessible.ignored: true
            }
        }
    }
}
