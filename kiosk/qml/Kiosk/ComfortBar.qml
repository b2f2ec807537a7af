import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// What makes this screen easier; over when the customer leaves.
RowLayout {
    id: root

    required property KioskContext kiosk

    spacing: Theme.s3
    uniformCellSizes: true

    // In elderly mode there are fewer choices here too.
    ComfortToggle {
        objectName: "leaveElderly"
        label: qsTr("Standard view")
        iconName: "back"
        visible: root.kiosk.accessibility.elderly
        Accessible.role: Accessible.Button
        Accessible.checkable: false
        onClicked: root.kiosk.accessibility.toggleElderly()
    }

    ComfortToggle {
        objectName: "toggleLarge"
        visible: !root.kiosk.accessibility.elderly
        label: qsTr("Large type")
        iconName: "text-size"
        selected: root.kiosk.accessibility.large
        onClicked: root.kiosk.accessibility.toggleLarge()
    }

    ComfortToggle {
        objectName: "toggleReach"
        visible: !root.kiosk.accessibility.elderly
        label: qsTr("Low reach")
        iconName: "reach"
        selected: root.kiosk.accessibility.reach
        onClicked: root.kiosk.accessibility.toggleReach()
    }

    ComfortToggle {
        objectName: "togglePriority"
        label: qsTr("Senior / disabled")
        iconName: "people"
        selected: root.kiosk.precedence.priority
        visible: root.kiosk.home.hasPriority
        onClicked: {
            if (root.kiosk.home.reasons.length > 0 && !root.kiosk.precedence.priority)
                root.kiosk.shown.openSheet("reasons");
            else
                root.kiosk.precedence.togglePriority();
        }
    }

    ComfortToggle {
        objectName: "callManager"
        label: root.kiosk.help.state === "told" || root.kiosk.help.state === "asking" ? qsTr("Manager called")
            : root.kiosk.help.state === "coming" ? qsTr("On the way") : qsTr("Call the manager")
        iconName: root.kiosk.help.state === "coming" ? "check" : "bell"
        selected: root.kiosk.help.state === "told" || root.kiosk.help.state === "coming"
        Accessible.role: Accessible.Button
        Accessible.checkable: false
        onClicked: root.kiosk.help.call()
    }
}
