import QtQuick
import QtQuick.Templates as T
import Branchline.Core

// One of the five faces of a rating, 1 (very poor) to 5 (very good), as a card with its word.
T.AbstractButton {
    id: root

    property Look look: Theme
    required property int rating
    property bool chosen: false
    property int pixelSize: root.look.body

    readonly property bool lit: chosen || down
    // With high contrast the chosen one is filled: a hue and a line of the same strength would not tell it apart.
    readonly property bool filled: lit && look.highContrast
    readonly property color ink: filled ? look.white : lit ? (look.dark ? look.white : look.jade) : look.text

    objectName: "face" + rating
    text: [qsTr("Very poor"), qsTr("Poor"), qsTr("Fair"), qsTr("Good"), qsTr("Very good")][rating - 1] ?? ""
    implicitWidth: 164
    implicitHeight: 208
    horizontalPadding: root.look.s1
    verticalPadding: root.look.s2
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: chosen

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        radius: root.look.radiusSheet
        color: root.filled ? root.look.jade : root.lit ? root.look.pressed : root.look.surface
        border.width: root.lit ? Math.max(2, root.look.stroke) : root.look.stroke + 1
        border.color: root.lit ? root.look.jade : root.look.edge

        FocusRing {
            look: root.look
            shown: root.visualFocus
            corner: root.look.radiusSheet
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

            look: root.look
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.look.s1
            text: root.text
            font.weight: root.chosen ? root.look.semiBold : root.look.regular
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
