import QtQuick
import QtQuick.Layouts
import Branchline
import Kiosk.Core

// What makes this screen easier; over when the customer leaves.
RowLayout {
    id: root

    required property Comfort comfort
    required property bool hasPriority

    spacing: Theme.s3
    uniformCellSizes: true

    ComfortToggle {
        objectName: "toggleLarge"
        text: qsTr("Large type")
        iconName: "text-size"
        selected: root.comfort.large
        onClicked: root.comfort.toggleLarge()
    }

    ComfortToggle {
        objectName: "toggleReach"
        text: qsTr("Low reach")
        iconName: "reach"
        selected: root.comfort.reach
        onClicked: root.comfort.toggleReach()
    }

    ComfortToggle {
        objectName: "togglePriority"
        text: qsTr("Senior / disabled")
        iconName: "people"
        selected: root.comfort.priority
        visible: root.hasPriority
        onClicked: root.comfort.togglePriority()
    }
}
