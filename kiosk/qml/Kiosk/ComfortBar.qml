import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// What makes this screen easier; over when the customer leaves.
RowLayout {
    id: root

    required property Accessibility comfort
    required property HelpCall help
    required property bool hasPriority
    required property bool asksReason

    signal reasonAsked

    spacing: Theme.s3
    uniformCellSizes: true

    // In elderly mode there are fewer choices here too.
    ComfortToggle {
        objectName: "leaveElderly"
        label: qsTr("Standard view")
        iconName: "back"
        visible: root.comfort.elderly
        Accessible.role: Accessible.Button
        Accessible.checkable: false
        onClicked: root.comfort.toggleElderly()
    }

    ComfortToggle {
        objectName: "toggleLarge"
        visible: !root.comfort.elderly
        label: qsTr("Large type")
        iconName: "text-size"
        selected: root.comfort.large
        onClicked: root.comfort.toggleLarge()
    }

    ComfortToggle {
        objectName: "toggleReach"
        visible: !root.comfort.elderly
        label: qsTr("Low reach")
        iconName: "reach"
        selected: root.comfort.reach
        onClicked: root.comfort.toggleReach()
    }

    ComfortToggle {
        objectName: "togglePriority"
        label: qsTr("Senior / disabled")
        iconName: "people"
        selected: root.comfort.priority
        visible: root.hasPriority
        onClicked: {
            if (root.asksReason && !root.comfort.priority)
                root.reasonAsked();
            else
                root.comfort.togglePriority();
        }
    }

    ComfortToggle {
        objectName: "callManager"
        label: root.help.state === "told" || root.help.state === "asking" ? qsTr("Manager called")
            : root.help.state === "coming" ? qsTr("On the way") : qsTr("Call the manager")
        iconName: root.help.state === "coming" ? "check" : "bell"
        selected: root.help.state === "told" || root.help.state === "coming"
        Accessible.role: Accessible.Button
        Accessible.checkable: false
        onClicked: root.help.call()
    }
}
