import QtQuick
import Kiosk.Core

// The customer's page, out of the folder pages: its file, and what it is given, come from `ShownPage`.
Item {
    id: root

    required property KioskContext kiosk
    required property real reachTop

    readonly property string file: kiosk.shown.file
    readonly property string homeFile: "HomePage.qml"
    property bool metHome: false

    onFileChanged: if (file === homeFile) metHome = true

    // Stays once it is there: every customer comes back to it, and to make it takes longer than a frame.
    PageLoader {
        anchors.fill: parent
        kiosk: root.kiosk
        reachTop: root.reachTop
        file: root.metHome ? root.homeFile : ""
        visible: root.file === root.homeFile
    }

    PageLoader {
        anchors.fill: parent
        kiosk: root.kiosk
        reachTop: root.reachTop
        file: root.file === root.homeFile ? "" : root.file
    }
}
