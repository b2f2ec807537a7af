import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// This kiosk gives no numbers for the rest of the day: staff have closed it.
Rectangle {
    id: root

    required property Lobby lobby
    required property Languages languages

    signal moreAsked

    objectName: "shutScreen"
    color: Theme.ground
    Accessible.role: Accessible.Pane
    Accessible.name: title.text

    // Nothing below is to be touched.
    MouseArea { anchors.fill: parent; Accessible.ignored: true }

    KioskHeader {
        x: Theme.s8
        y: Theme.s8
        width: parent.width - 2 * Theme.s8
        lobby: root.lobby
        languages: root.languages
        low: false
        onMoreAsked: root.moreAsked()
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s8
        spacing: Theme.s5

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "clock"
        }

        BaseText {
            id: title

            objectName: "shutTitle"
            width: parent.width
            text: qsTr("This kiosk is closed for today")
            font.pixelSize: Math.round(Theme.display * 1.25)
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "shutText"
            width: parent.width
            text: qsTr("Please ask our staff for a number.")
            font.pixelSize: Theme.lead
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
