import QtQuick
import QtQuick.Templates as T
import Branchline
import Counter.Core

// The foot of the card: the time against the standard, and the steps, whose line opens what there is to know.
Item {
    id: root

    required property Work work

    readonly property bool mayOpen: visible && work.current.occupied && (work.panels.open === "" || work.panels.open === "details")

    implicitHeight: Theme.touch

    ProgressBarQuiet {
        y: 10
        width: parent.width
        value: root.work.current.share
        late: root.work.current.late
        label: root.work.current.standard
        visible: root.work.current.standard !== ""
    }

    BaseText {
        id: said

        objectName: root.work.current.standard !== "" ? "standard" : "aside"
        y: 22
        text: root.work.current.standard !== "" ? root.work.current.standard : root.work.current.aside
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        color: Theme.textFaint
    }

    T.AbstractButton {
        id: more

        readonly property string key: "D"

        objectName: "detailsButton"
        anchors.right: parent.right
        width: Math.max(Theme.touch, Math.min(words.implicitWidth + hint.width + 6, parent.width - said.implicitWidth - Theme.s2))
        height: Theme.touch
        text: root.work.checklist.summary !== "" ? root.work.checklist.summary : qsTr("Details")
        visible: root.work.current.occupied
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.Button
        Accessible.name: text
        onClicked: root.work.panels.toggle("details")

        contentItem: Item {
            BaseText {
                id: words

                objectName: "stepsLine"
                anchors.right: hint.left
                anchors.rightMargin: 6
                y: 22
                width: Math.min(implicitWidth, more.width - hint.width - 6)
                text: more.text
                font.pixelSize: Theme.small
                font.underline: more.hovered || more.down
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                color: Theme.jade
                Accessible.ignored: true
            }

            BaseText {
                id: hint

                anchors.right: parent.right
                y: 23
                text: more.key
                font.pixelSize: Theme.small * 0.9
                font.weight: Theme.semiBold
                color: Theme.textFaint
                Accessible.ignored: true
            }
        }
    }

    Shortcut {
        sequence: more.key
        autoRepeat: false
        enabled: root.mayOpen
        onActivated: root.work.panels.toggle("details")
    }

    Shortcut {
        sequence: "S"
        autoRepeat: false
        enabled: root.mayOpen && root.work.checklist.serving
        onActivated: root.work.checklist.tickNext()
    }
}
