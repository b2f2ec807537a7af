pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Branchline
import Counter.Core

// The actions, each always in its place, and its key always the same.
GridLayout {
    id: root

    required property Work work

    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

    component Action: SecondaryButton {
        property string control: ""

        Layout.preferredWidth: root.cell
        Layout.preferredHeight: 50
        horizontalPadding: Theme.s1
        keyPrefix: root.work.actions.hotSign
        topPadding: 10
        bottomPadding: 0
        down: pressed || (control !== "" && root.work.runner.pending === control)
        onPressedInVain: root.work.actions.pressedInVain(control)
    }

    objectName: "actionGrid"
    columns: 3
    columnSpacing: Theme.s1
    rowSpacing: Theme.s1

    Action {
        objectName: "recallButton"
        control: "recall"
        text: root.work.actions.recallText
        keyHint: "F3"
        enabled: root.work.actions.hasCalled
        onClicked: root.work.actions.recall()
    }

    Action {
        objectName: "transferButton"
        control: "transfer"
        text: qsTr("Transfer")
        keyHint: "F4"
        checked: root.work.panels.open === "transfer"
        enabled: root.work.actions.hasCustomer
        onClicked: root.work.panels.toggle("transfer")
    }

    Action {
        objectName: "parkButton"
        control: "park"
        text: qsTr("Park")
        keyHint: "F5"
        enabled: root.work.actions.hasCustomer
        onClicked: root.work.actions.act("park")
    }

    Action {
        objectName: "missedButton"
        control: "no-show"
        text: qsTr("No-show")
        keyHint: "F6"
        enabled: root.work.actions.hasCalled
        onClicked: root.work.actions.act("no-show")
    }

    Action {
        objectName: "callChosenButton"
        control: "call"
        text: qsTr("Call chosen")
        keyHint: "F7"
        checked: root.work.queue.chosen !== ""
        enabled: root.work.actions.isFree
        onClicked: root.work.chosen.chooseOrCall()
    }

    Action {
        objectName: "pauseButton"
        control: "pause"
        text: root.work.pause.text
        keyHint: "F8"
        checked: root.work.panels.open === "pause"
        enabled: root.work.actions.mayLeave
        onClicked: root.work.pause.toggle()
    }
}
