pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Where the customer goes on to: a service, a colleague wherever they sit, or a counter, with a word for whoever comes next.
Panel {
    id: root

    required property Panels panels
    required property Actions desk

    property bool later: false

    signal written

    objectName: "transferPanel"
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Transfer")
    onVisibleChanged: {
        note.clear();
        later = false;
    }

    function write(): void {
        note.forceActiveFocus();
    }

    Field {
        id: note

        objectName: "transferNote"
        anchors.left: parent.left
        anchors.leftMargin: Theme.s1
        anchors.right: more.left
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        height: Theme.touch
        visible: !root.later
        label: qsTr("Note for the colleague (Tab)")
        placeholderText: qsTr("Note (Tab)")
        maximumLength: 200
        activeFocusOnTab: true
        onEntered: root.written()
        Keys.onEscapePressed: root.written()
    }

    BaseText {
        objectName: "chainTitle"
        x: 20
        y: Theme.s1
        width: more.x - x - Theme.s1
        height: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Afterwards, in this visit")
        strong: true
        visible: root.later
    }

    SecondaryButton {
        id: more

        objectName: "chainToggle"
        anchors.right: close.left
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        width: 56
        height: Theme.touch
        topPadding: 12
        bottomPadding: 0
        horizontalPadding: 2
        iconName: "forward"
        keyHint: "+"
        checked: root.later
        Accessible.name: qsTr("More services afterwards, in this visit")
        onClicked: root.later = !root.later
    }

    SecondaryButton {
        id: close

        objectName: "transferCancel"
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        y: Theme.s1
        width: Math.max(92, implicitWidth)
        height: Theme.touch
        topPadding: 10
        bottomPadding: 0
        text: qsTr("Close")
        keyHint: "Esc"
        onClicked: root.desk.escape()
    }

    Flickable {
        opacity: root.desk.transferring ? 0.45 : 1
        anchors.fill: parent
        anchors.margins: Theme.s1
        anchors.topMargin: Theme.touch + 14
        clip: true
        contentHeight: places.height
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: places

            width: parent.width
            spacing: 6

            Repeater {
                model: root.panels.services

                SecondaryButton {
                    required property string service
                    required property string name
                    required property string hint
                    required property int chained
                    required property bool here

                    objectName: "transferTo-" + service
                    width: (places.width - places.spacing) / 2
                    height: Theme.touch
                    horizontalPadding: chained > 0 ? 2 : Theme.s1
                    topPadding: 10
                    bottomPadding: 0
                    text: chained > 0 ? chained + ". " + name : name
                    keyHint: hint
                    checked: root.later && chained > 0
                    enabled: !root.later || !here
                    onClicked: root.later ? root.desk.chain(service) : root.desk.transferTo(service, note.text)
                }
            }

            Repeater {
                model: root.later ? null : root.panels.people

                SecondaryButton {
                    required property string staff
                    required property string name
                    required property string hint
                    required property bool open

                    objectName: "transferToPerson-" + staff
                    width: (places.width - places.spacing) / 2
                    height: Theme.touch
                    horizontalPadding: Theme.s1
                    topPadding: 10
                    bottomPadding: 0
                    iconName: "person"
                    text: name
                    keyHint: hint
                    enabled: open
                    onClicked: root.desk.transferToPerson(staff, note.text)
                }
            }

            Repeater {
                model: root.later ? null : root.panels.counters

                SecondaryButton {
                    required property int number
                    required property string hint
                    required property bool open

                    objectName: "transferToCounter-" + number
                    width: (places.width - 2 * places.spacing) / 3
                    height: Theme.touch
                    horizontalPadding: Theme.s1
                    topPadding: 10
                    bottomPadding: 0
                    text: qsTr("Counter %1").arg(number)
                    keyHint: hint
                    enabled: open
                    onClicked: root.desk.transferToCounter(number, note.text)
                }
            }
        }
    }
}
