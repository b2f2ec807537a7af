import QtQuick
import Branchline
import Kiosk.Core

// A page that says one thing: a sign, a title and a line under it, in the middle; `under` stands below them.
KioskPage {
    id: root

    required property string iconName
    required property string title
    required property string text
    required property string titleName
    required property string textName

    property string tone: "act"
    property bool loud: true

    property alias under: words.data

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.loud ? 0 : -Theme.s8
        spacing: Theme.s5

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: root.iconName
            tone: root.tone
        }

        BaseText {
            objectName: root.titleName
            width: parent.width
            text: root.title
            font.pixelSize: root.loud ? Math.round(Theme.display * 1.25) : Theme.heading
            font.weight: root.loud ? Theme.heavy : Theme.semiBold
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: root.textName
            width: parent.width
            text: root.text
            font.pixelSize: Theme.lead
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
