import QtQuick
import Kiosk.Core

// Takes the taps that were not meant for what they hit: a new screen under a finger that is still tapping,
// and everything while a ticket is on its way. It stays until the tapping has stopped.
MouseArea {
    id: root

    required property KioskContext kiosk

    objectName: "shield"
    visible: kiosk.shield.up
    hoverEnabled: false
    Accessible.ignored: true
    onPressed: kiosk.shield.tapped()
}
