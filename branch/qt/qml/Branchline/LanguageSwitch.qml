pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Branchline.Core

// The languages side by side, each by its own name; one touch switches at once. With `most`, so many at most,
// the one in use among them, and a way to the others.
Rectangle {
    id: root

    property Look look: Theme
    required property Languages languages
    property int pixelSize: root.look.body
    property int most: 0

    readonly property bool cut: most > 0 && languages.codes.length > most
    readonly property var shown: {
        if (!cut)
            return languages.codes;
        const first = languages.codes.slice(0, most);
        return first.includes(languages.current) ? first : [...first.slice(0, most - 1), languages.current];
    }

    signal moreAsked

    objectName: "languageSwitch"
    implicitWidth: choices.implicitWidth + 2
    implicitHeight: Math.max(root.look.touch, Math.round(pixelSize * 2.8))
    radius: height / 2
    color: root.look.surface
    border.width: root.look.stroke
    border.color: root.look.edge
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Language")

    Row {
        id: choices

        height: parent.height

        Repeater {
            model: root.shown

            T.AbstractButton {
                id: choice

                required property string modelData

                readonly property bool current: root.languages.current === modelData

                objectName: "language-" + modelData
                text: root.languages.nameOf(modelData)
                height: choices.height
                implicitWidth: label.implicitWidth + 2 * Math.round(root.pixelSize * 1.2)
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: current
                onClicked: root.languages.use(modelData)

                background: Rectangle {
                    radius: height / 2
                    color: choice.current ? (root.look.dark ? root.look.white : root.look.ink)
                        : choice.down ? root.look.pressed : "transparent"

                    FocusRing {
                        look: root.look
                        shown: choice.visualFocus
                        corner: choice.height / 2
                    }
                }

                contentItem: BaseText {
                    id: label

                    look: root.look
                    text: choice.text
                    font.pixelSize: root.pixelSize
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                    color: choice.current ? (root.look.dark ? root.look.night : root.look.white) : root.look.text
                    Accessible.ignored: true
                }
            }
        }

        T.AbstractButton {
            id: more

            objectName: "language-more"
            text: qsTr("More")
            visible: root.cut
            height: choices.height
            implicitWidth: Math.max(root.look.touch, others.implicitWidth + 2 * Math.round(root.pixelSize * 1.2))
            focusPolicy: Qt.TabFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("More languages")
            onClicked: root.moreAsked()

            background: Rectangle {
                radius: height / 2
                color: more.down ? root.look.pressed : "transparent"

                FocusRing {
                    look: root.look
                    shown: more.visualFocus
                    corner: more.height / 2
                }
            }

            contentItem: BaseText {
                id: others

                look: root.look
                text: more.text
                font.pixelSize: root.pixelSize
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
