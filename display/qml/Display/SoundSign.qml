import QtQuick
import Branchline
import Branchline.Core
import Display.Core

// A small sign for the staff: nothing can be heard, for the sound device is gone.
Item {
    id: root

    required property real unit
    property Speech speech: null

    objectName: "soundSign"
    width: 40 * unit
    height: 40 * unit
    visible: speech !== null && speech.silent
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("No sound")

    Icon {
        anchors.fill: parent
        name: "speaker-off"
        color: Theme.warm
    }
}
