pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk
import Kiosk.Core

// What was found under a phone number: its customer knows it again by service and time, and nobody reads more.
KioskPage {
    id: root

    readonly property bool one: kiosk.search.choices.length === 1

    objectName: "appointmentsScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.title

    HomeTitle {
        id: title

        y: Theme.s8
        width: parent.width
        title: root.one ? qsTr("Is this your appointment?") : qsTr("Which appointment is yours?")
        text: qsTr("Touch it to check in.")
    }

    BaseText {
        id: number

        objectName: "phoneMasked"
        anchors.top: title.bottom
        anchors.topMargin: Theme.s5
        width: parent.width
        text: qsTr("Phone number: %1").arg("\u2066" + root.kiosk.search.entered.masked + "\u2069")
        font.pixelSize: Theme.lead
        color: Theme.textQuiet
    }

    ListView {
        anchors.top: number.bottom
        anchors.topMargin: Theme.s5
        anchors.bottom: line.top
        anchors.bottomMargin: Theme.s3
        width: parent.width
        clip: true
        spacing: Theme.s3
        interactive: contentHeight > height
        model: root.kiosk.search.choices

        delegate: TouchCard {
            id: choice

            required property var modelData

            objectName: "found-" + choice.modelData.at
            width: ListView.view.width
            height: 196
            horizontalPadding: Theme.s6
            act: root.one
            enabled: !root.kiosk.home.lost && !root.kiosk.visit.busy
            text: choice.modelData.at + " " + choice.modelData.name
            onClicked: root.kiosk.search.choose(choice.modelData.id)

            contentItem: Row {
                spacing: Theme.s5

                NumberText {
                    width: 260
                    height: parent.height
                    text: choice.modelData.at
                    largest: 88
                    color: choice.ink
                    Accessible.ignored: true
                }

                BaseText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 260 - Theme.s5
                    text: choice.modelData.name
                    font.pixelSize: Theme.title
                    strong: true
                    color: choice.ink
                    Accessible.ignored: true
                }
            }
        }
    }

    BaseText {
        id: line

        objectName: "appointmentLine"
        anchors.bottom: back.top
        anchors.bottomMargin: Theme.s5
        width: parent.width
        text: root.kiosk.home.lost ? qsTr("Not connected since %1. Please ask our staff.").arg(root.kiosk.home.since)
            : root.kiosk.visit.busy ? qsTr("Checking you in…") : ""
        strong: true
        horizontalAlignment: Text.AlignHCenter
        color: root.kiosk.home.lost ? Theme.callText : Theme.jade
    }

    SecondaryButton {
        id: back

        objectName: "backHome"
        anchors.bottom: parent.bottom
        width: parent.width
        implicitHeight: 132
        corner: Theme.radiusSheet
        text: root.one ? qsTr("No, it is not mine") : qsTr("None of these is mine")
        iconName: "back"
        onClicked: root.kiosk.visit.goHome()
    }
}
