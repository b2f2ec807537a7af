import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// Branch, date, time and languages: always at the same place. `low` leaves the languages to the page.
Item {
    id: root

    required property KioskContext kiosk
    required property bool low

    objectName: "kioskHeader"
    implicitHeight: Math.max(words.height, tongues.height) + Theme.s2

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: tongues.left
        anchors.rightMargin: Theme.s3
        spacing: Theme.s1

        BaseText {
            objectName: "branchName"
            width: parent.width
            text: root.kiosk.home.name
            font.pixelSize: Theme.title
            font.weight: Theme.semiBold
            visible: text !== ""
        }

        BaseText {
            objectName: "timeLine"
            width: parent.width
            text: root.kiosk.home.timeLine
            color: Theme.textQuiet
            visible: text !== ""
        }
    }

    LanguageSwitch {
        id: tongues

        anchors.right: parent.right
        pixelSize: 28
        most: 2
        languages: root.kiosk.languages
        onMoreAsked: root.kiosk.shown.openSheet("languages")
        visible: !root.low
    }
}
