import QtQuick
import Branchline
import Branchline.Core
import Kiosk.Core

// A service: its name, its letter, who waits and how long; or why it cannot be had. A group of services looks
// the same, with an arrow for a letter.
TouchCard {
    id: root

    required property var model
    property bool coming: false
    // Where there is little room: without the words under the name.
    property bool brief: false
    // Where there is the width: all that is said of the wait in one line.
    property bool oneLine: false
    // Where there is little height: closer together.
    property bool tight: false

    // "No one ahead" and "any moment now" need a line each; there is no top then.
    readonly property bool stacked: !oneLine && model.within === "" && people.width + wait.width + Theme.s2 > contentItem.width

    readonly property string serviceId: model.id
    readonly property bool shut: !model.usable

    objectName: (model.group ? "group-" : "service-") + serviceId
    text: model.spoken
    enabled: model.usable
    opacity: 1
    selected: coming
    verticalPadding: tight ? Theme.s2 : Theme.s3
    horizontalPadding: Theme.s5

    background: Rectangle {
        radius: root.corner
        color: root.shut ? "transparent" : root.down || root.selected ? Theme.pressed : Theme.surface
        border.width: root.selected || root.down ? 3 : 2
        border.color: root.selected || root.down ? Theme.jade : Theme.edge

        FocusRing {
            shown: root.visualFocus
            corner: root.corner
        }
    }

    contentItem: Item {
        implicitHeight: words.implicitHeight + (root.tight ? Theme.s1 : Theme.s2) + foot.height

        Rectangle {
            id: badge

            anchors.top: parent.top
            anchors.right: parent.right
            width: 84
            height: 84
            radius: Theme.radiusCard + 2
            color: root.shut ? Theme.idle : root.selected ? Theme.card : root.model.gold ? Theme.goldSoft : Theme.jadeSoft

            NumberText {
                anchors.fill: parent
                anchors.margins: Theme.s2
                text: root.model.badge
                visible: !root.model.group
                largest: 44
                horizontalAlignment: Text.AlignHCenter
                color: root.shut ? Theme.textQuiet : root.model.gold ? Theme.goldText : Theme.jade
                Accessible.ignored: true
            }

            Icon {
                anchors.centerIn: parent
                width: parent.width / 2
                height: width
                name: "forward"
                visible: root.model.group
                color: root.shut ? Theme.textQuiet : Theme.jade
            }
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.s1 / 2

            BaseText {
                id: title

                anchors.left: parent.left
                width: parent.width - badge.width - Theme.s2
                text: root.model.name
                font.pixelSize: Theme.title
                strong: true
                lineHeight: 1.05
                color: root.shut ? Theme.textQuiet : Theme.text
                Accessible.ignored: true
            }

            BaseText {
                anchors.left: parent.left
                // Under the badge there is room for it, beside it there is less.
                width: title.height < badge.height ? title.width : parent.width
                text: root.model.hint
                visible: text !== "" && !root.brief
                font.pixelSize: Math.round(Theme.body * 0.93)
                color: Theme.textFaint
                Accessible.ignored: true
            }
        }

        BaseText {
            id: said

            objectName: "serviceTrouble"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            // A card that is about to go has no row any more.
            text: root.coming ? qsTr("Your number is coming…") : root.model.trouble ?? ""
            visible: text !== ""
            strong: true
            color: root.coming ? Theme.jade : Theme.textQuiet
            Accessible.ignored: true
        }

        Item {
            id: foot

            // The lines are there also while they say nothing, so that no card grows when the news comes.
            readonly property real lines: people.height + (root.oneLine ? 0 : within.height)

            height: said.visible ? Math.max(lines, said.height) : lines
        }

        WeightedLine {
            id: people

            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.bottomMargin: foot.lines - height
            words: root.model.people
            visible: !root.shut && !root.coming
        }

        WeightedLine {
            id: wait

            anchors.right: parent.right
            anchors.bottom: root.stacked ? parent.bottom : people.bottom
            words: root.model.wait
            visible: !root.shut && !root.coming
        }

        BaseText {
            id: within

            anchors.left: root.oneLine ? people.right : parent.left
            anchors.right: root.oneLine ? wait.left : parent.right
            anchors.rightMargin: root.oneLine ? Theme.s4 : 0
            anchors.leftMargin: root.oneLine ? Theme.s4 : 0
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.oneLine ? (wait.height - height) / 2 : 0
            text: root.model.within
            horizontalAlignment: Text.AlignRight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 16
            wrapMode: Text.NoWrap
            color: Theme.textQuiet
            visible: !root.shut && !root.coming
            Accessible.ignored: true
        }
    }
}
