import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// Nothing to show yet: what the kiosk waits for.
KioskPage {
    id: root

    WaitingScreen {
        anchors.fill: parent
        waitingFor: root.kiosk.home.waitingFor
        detail: root.kiosk.home.waitingHow
        iconName: root.kiosk.home.waitingIcon
        busy: iconName === "clock"
    }
}
