import QtQuick
import Branchline
import Kiosk.Core

// An emergency takes the whole kiosk until it is lifted: no touch means anything while it lasts.
Rectangle {
    id: root

    required property KioskContext kiosk

    readonly property HallNotices notices: kiosk.notices
    readonly property bool several: notices.emergencyOthers !== ""

    objectName: "emergencyScreen"
    visible: kiosk.shown.name === "emergency"
    color: Theme.callPressed
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [notices.emergency, notices.emergencyOthers].filter(Boolean).join(" ")

    MouseArea { anchors.fill: parent; Accessible.ignored: true }

    Icon {
        id: sign

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.s8 * 2
        width: 200
        height: width
        name: "bell"
        color: Theme.white
    }

    Column {
        id: words

        readonly property real room: root.height - sign.y - sign.height - 4 * Theme.s8

        anchors.horizontalCenter: parent.horizontalCenter
        y: sign.y + sign.height + 2 * Theme.s8
        width: root.width - 2 * Theme.s8
        spacing: Theme.s6

        BaseText {
            objectName: "emergencyText"
            width: parent.width
            height: (words.room - parent.spacing) * (root.several ? 0.55 : 1)
            text: root.notices.emergency
            font.pixelSize: 120
            font.weight: Theme.heavy
            fontSizeMode: Text.Fit
            minimumPixelSize: 24
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
        }

        BaseText {
            objectName: "emergencyOthers"
            width: parent.width
            height: (words.room - parent.spacing) * 0.45
            text: root.notices.emergencyOthers
            font.pixelSize: 64
            font.weight: Theme.semiBold
            fontSizeMode: Text.Fit
            minimumPixelSize: 24
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.white
            visible: root.several
        }
    }
}
