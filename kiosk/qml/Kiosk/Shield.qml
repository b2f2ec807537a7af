import QtQuick
import Branchline
import Kiosk.Core

// Takes the taps that were not meant for what they hit: a new screen under a finger that is still tapping,
// and everything while a ticket is on its way. It stays until the tapping has stopped.
MouseArea {
    id: root

    required property KioskContext kiosk

    readonly property string screenName: kiosk.shown.below + kiosk.groups.opened + (kiosk.notices.emergency !== "")
    readonly property bool busy: kiosk.visit.busy
    readonly property bool up: busy || calm.running

    objectName: "shield"
    visible: up
    hoverEnabled: false
    Accessible.ignored: true
    onScreenNameChanged: calm.restart()
    onBusyChanged: calm.restart()
    onPressed: calm.restart()

    Timer {
        id: calm

        interval: root.kiosk.visit.shieldMs
    }
}
