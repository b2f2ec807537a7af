import QtQuick
import QtQuick.Templates as T
import Branchline.Core

// One of the five faces of a rating, 1 (very poor) to 5 (very good), as a card with its word.
T.AbstractButton {
    id: root

    required property int rating
    property bool chosen: false
    property int pixelSize: Theme.body

    readonly property bool lit: chosen || down
    readonly property color ink: lit ? (Theme.dark ? Theme.white : Theme.jade) : Theme.text

    objectName: "face" + rating
    text: [qsTr("Very poor"), qsTr("Poor"), qsTr("Fair"), qsTr("Good"), qsTr("Very good")][rating - 1] ?? ""
    implicitWidth: 164
    implicitHeight: 208
    padding: Theme.s2
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: chosen

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        radius: Theme.radiusSheet
        color: root.lit ? Theme.pressed : Theme.surface
        border.width: root.lit ? Math.max(2, Theme.stroke) : Theme.stroke + 1
        border.color: root.lit ? Theme.jade : Theme.edge

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusSheet
        }
    }

    contentItem: Item {
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: (label.y - height) / 2
            width: Math.min(parent.width * 0.62, parent.height * 0.5)
            height: width
            name: "face-" + root.rating
            color: root.ink
        }

        BaseText {
            id: label

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s1
            text: root.text
            font.weight: root.chosen ? Theme.semiBold : Theme.regular
            font.pixelSize: root.pixelSize
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            color: root.ink
            Accessible.ignored: true
        }
    }
}
