pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// Where the customer goes on to: a service, a colleague wherever they sit, or a counter, with a word for whoever comes next.
PanelSheet {
    id: root

    required property Work work

    property bool later: false

    signal written

    objectName: "transferPanel"
    closeName: "transferCancel"
    Accessible.name: qsTr("Transfer")
    onClosed: work.actions.escape()
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
        anchors.right: root.closeButton.left
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

    Flickable {
        opacity: root.work.transfer.busy ? 0.45 : 1
        anchors.fill: parent
        anchors.margins: Theme.s1
        anchors.topMargin: root.contentTop
        clip: true
        contentHeight: places.height
        boundsBehavior: Flickable.StopAtBounds

        Flow {
            id: places

            width: parent.width
            spacing: 6

            Repeater {
                model: root.work.transfer.services

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
                    onClicked: root.later ? root.work.transfer.chain(service) : root.work.transfer.toService(service, note.text)
                }
            }

            Repeater {
                model: root.later ? null : root.work.transfer.people

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
                    onClicked: root.work.transfer.toPerson(staff, note.text)
                }
            }

            Repeater {
                model: root.later ? null : root.work.transfer.counters

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
                    onClicked: root.work.transfer.toCounter(number, note.text)
                }
            }
        }
    }
}
