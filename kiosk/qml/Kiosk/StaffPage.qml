pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Kiosk.Core

// What only staff see, over everything: the PIN, the menu, services and log.
Rectangle {
    id: root

    required property KioskContext kiosk

    readonly property StaffMenu staff: kiosk.staff
    readonly property StaffPaper paper: kiosk.staffPaper
    readonly property StaffServices services: kiosk.staffServices

    objectName: "staffScreen"
    visible: kiosk.shown.name === "staff"
    color: Theme.ground

    // Nothing below is to be touched.
    MouseArea { anchors.fill: parent; Accessible.ignored: true }

    HomeTitle {
        id: title

        x: Theme.s8
        y: Theme.s8 * 2
        width: parent.width - 2 * Theme.s8
        title: root.staff.step === "pin" ? (root.staff.atPin ? qsTr("PIN") : qsTr("Staff number"))
            : root.staff.step === "services" ? (root.services.closing !== "" ? qsTr("Why is it closed?") : qsTr("Services"))
            : root.staff.step === "tickets" ? qsTr("Last numbers") : root.staff.step === "log" ? qsTr("Log") : qsTr("Staff menu")
        text: root.staff.versions
    }

    Loader {
        anchors.top: title.bottom
        anchors.topMargin: Theme.s5
        anchors.bottom: back.top
        anchors.bottomMargin: Theme.s4
        x: Theme.s8
        width: parent.width - 2 * Theme.s8
        sourceComponent: root.staff.step === "pin" ? pin : root.staff.step === "menu" ? menu
            : root.staff.step === "services" ? services : root.staff.step === "tickets" ? tickets : root.staff.step === "log" ? log : null
    }

    SecondaryButton {
        id: back

        objectName: "staffBack"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s8
        x: Theme.s8
        width: parent.width - 2 * Theme.s8
        height: 132
        corner: Theme.radiusSheet
        text: qsTr("Back")
        iconName: "back"
        onClicked: {
            if (root.services.closing !== "")
                root.services.back();
            else if (root.staff.step === "menu" || root.staff.step === "pin")
                root.staff.leave();
            else
                root.staff.open("menu");
        }
    }

    Component { id: pin; StaffPin { staff: root.staff } }
    Component { id: menu; StaffTiles { staff: root.staff; paper: root.paper } }
    Component { id: services; StaffSwitches { services: root.services } }
    Component { id: tickets; StaffTickets { paper: root.paper } }
    Component {
        id: log
        BaseText {
            objectName: "staffLog"
            text: root.staff.lines
            font.pixelSize: 22
            wrapMode: Text.WrapAnywhere
        }
    }
}
