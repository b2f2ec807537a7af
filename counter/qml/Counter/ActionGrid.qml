pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Branchline
import Counter.Core

// The actions, each always in its place, and its key always the same.
GridLayout {
    id: root

    required property Actions desk
    required property ActionRunner asker
    required property Panels panels
    required property MyQueue queue

    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

    component Action: SecondaryButton {
        property string control: ""

        Layout.preferredWidth: root.cell
        Layout.preferredHeight: 50
        horizontalPadding: Theme.s1
        keyPrefix: root.desk.hotSign
        topPadding: 10
        bottomPadding: 0
        down: pressed || (control !== "" && root.asker.pending === control)
        onPressedInVain: root.desk.pressedInVain(control)
    }

    objectName: "actionGrid"
    columns: 3
    columnSpacing: Theme.s1
    rowSpacing: Theme.s1

    Action {
        objectName: "recallButton"
        control: "recall"
        text: root.desk.recallText
        keyHint: "F3"
        enabled: root.desk.hasCalled
        onClicked: root.desk.recall()
    }

    Action {
        objectName: "transferButton"
        control: "transfer"
        text: qsTr("Transfer")
        keyHint: "F4"
        checked: root.panels.open === "transfer"
        enabled: root.desk.hasCustomer
        onClicked: root.panels.toggle("transfer")
    }

    Action {
        objectName: "parkButton"
        control: "park"
        text: qsTr("Park")
        keyHint: "F5"
        enabled: root.desk.hasCustomer
        onClicked: root.desk.act("park")
    }

    Action {
        objectName: "missedButton"
        control: "missed"
        text: qsTr("No-show")
        keyHint: "F6"
        enabled: root.desk.hasCalled
        onClicked: root.desk.act("missed")
    }

    Action {
        objectName: "callChosenButton"
        control: "callChosen"
        text: qsTr("Call chosen")
        keyHint: "F7"
        checked: root.queue.chosen !== ""
        enabled: root.desk.isFree
        onClicked: root.desk.chooseOrCall()
    }

    Action {
        objectName: "pauseButton"
        control: "pause"
        text: root.desk.pauseText
        keyHint: "F8"
        checked: root.panels.open === "pause"
        enabled: root.desk.mayLeave
        onClicked: root.desk.togglePause()
    }
}
