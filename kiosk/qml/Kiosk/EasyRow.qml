import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// Elderly mode and high contrast, each one touch away. `narrow` leaves out what elderly mode is.
RowLayout {
    id: root

    required property KioskContext kiosk
    required property bool narrow

    spacing: Theme.s3

    SecondaryButton {
        objectName: "toggleElderly"
        Layout.fillWidth: true
        implicitHeight: Theme.touchKiosk
        corner: Theme.radiusSheet - 4
        text: root.narrow ? qsTr("Easy view") : qsTr("Easy view · large and simple")
        iconName: "text-size"
        onClicked: root.kiosk.accessibility.toggleElderly()
    }

    SecondaryButton {
        objectName: "toggleContrast"
        Layout.fillWidth: root.narrow
        implicitHeight: Theme.touchKiosk
        horizontalPadding: Theme.s4
        corner: Theme.radiusSheet - 4
        text: root.narrow ? qsTr("Contrast") : qsTr("High contrast")
        iconName: "contrast"
        checked: root.kiosk.accessibility.contrast
        Accessible.checkable: true
        onClicked: root.kiosk.accessibility.toggleContrast()
    }
}
