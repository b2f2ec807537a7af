import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// Branch, date, time and languages: always at the same place. `low` leaves the languages to the page.
Item {
    id: root

    required property HomeScreen lobby
    required property Languages languages
    required property bool low

    signal moreAsked

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
            text: root.lobby.name
            font.pixelSize: Theme.title
            font.weight: Theme.semiBold
            visible: text !== ""
        }

        BaseText {
            objectName: "timeLine"
            width: parent.width
            text: root.lobby.timeLine
            color: Theme.textQuiet
            visible: text !== ""
        }
    }

    LanguageSwitch {
        id: tongues

        anchors.right: parent.right
        pixelSize: 28
        most: 2
        languages: root.languages
        onMoreAsked: root.moreAsked()
        visible: !root.low
    }
}
