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

    readonly property string serviceId: model.id
    readonly property bool shut: !model.usable

    objectName: (model.group ? "group-" : "service-") + serviceId
    text: model.spoken
    enabled: model.usable
    opacity: 1
    selected: coming
    verticalPadding: Theme.s3
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
        implicitHeight: words.implicitHeight + Theme.s2 + foot.height

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
            text: root.coming ? qsTr("Your number is coming…") : root.model.trouble
            visible: text !== ""
            strong: true
            color: root.coming ? Theme.jade : Theme.textQuiet
            Accessible.ignored: true
        }

        Item {
            id: foot

            // The line is there also while it says nothing, so that no card grows when the news comes.
            height: said.visible ? Math.max(people.height, said.height) : people.height
        }

        WeightedLine {
            id: people

            anchors.left: parent.left
            anchors.bottom: parent.bottom
            words: root.model.people
            visible: !root.shut && !root.coming
        }

        WeightedLine {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            words: root.model.wait
            visible: !root.shut && !root.coming
        }
    }
}
