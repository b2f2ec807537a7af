import QtQuick
import Branchline
import Branchline.Core

// A picture to touch on the rating window; `selected` follows whoever owns the state.
TouchCard {
    id: root

    required property string iconName

    objectName: "ratingToggle"
    look: PadLook
    implicitWidth: PadLook.touch
    implicitHeight: PadLook.touch
    padding: 14
    corner: height / 2
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: Icon {
        name: root.iconName
        color: root.ink
    }
}
