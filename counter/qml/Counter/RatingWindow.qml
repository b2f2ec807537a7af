pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Counter.Core

// The customer's window: on the customer's screen if there is one, otherwise there while it has something to ask.
Window {
    id: root

    required property RatingSide rating
    required property bool windowed
    required property Window teller
    required property Work work
    required property Alarms help

    readonly property RatingPad pad: rating.pad
    readonly property CustomerScreen customer: rating.customer

    // Never over the teller's own window: there would be no way back.
    readonly property bool ownScreen: customer.place >= 0 && customer.place < Application.screens.length && !windowed
        && Application.screens[customer.place].name !== teller.screen.name
    readonly property bool wanted: rating.allowed && (pad.stage !== "idle" || rating.always || ownScreen)

    // Only where the customer has keys of their own, and only while they are asked.
    readonly property bool takesKeys: customer.keyboard && wanted && pad.stage === "asking"

    objectName: "ratingWindow"
    title: pad.idle.counterText
    // Not "full screen", which would take the keyboard: without a frame, over all of its own screen.
    screen: Application.screens[ownScreen ? customer.place : 0]
    x: ownScreen ? customer.area.x : Application.screens[0].virtualX + 480
    y: ownScreen ? customer.area.y : Application.screens[0].virtualY + 80
    width: ownScreen ? customer.area.width : 1024
    height: ownScreen ? customer.area.height : 600
    color: PadLook.ground
    transientParent: null
    flags: Qt.Window | (takesKeys ? 0 : Qt.WindowDoesNotAcceptFocus) | (ownScreen ? Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : 0)
    visible: wanted

    // Else the keyboard is the teller's, whatever the customer touches.
    onActiveChanged: if (active && !takesKeys) teller.requestActivate()
    onTakesKeysChanged: Qt.callLater(giveKeys) // once the window may have them
    onClosing: pad.dismiss()
    Component.onCompleted: help.listen(root)

    function giveKeys(): void {
        (takesKeys ? root : teller).requestActivate();
    }

    // What cannot wait stays the teller's; the other function keys fetch the keyboard back.
    Shortcut {
        sequence: "F2"
        autoRepeat: false
        onActivated: root.work.actions.primary()
    }

    Shortcut {
        sequence: "F9"
        autoRepeat: false
        onActivated: root.work.actions.act("undo")
    }

    Shortcut {
        sequence: "F10"
        autoRepeat: false
        onActivated: root.help.callLobby()
    }

    Shortcut {
        sequences: ["F1", "F3", "F4", "F5", "F6", "F7", "F8", "F12"]
        onActivated: root.teller.requestActivate()
    }

    Binding {
        target: PadLook
        property: "largeType"
        value: root.pad.comfort.large
    }

    Binding {
        target: PadLook
        property: "highContrast"
        value: root.pad.comfort.contrast
    }

    Stage {
        designWidth: 1024
        designHeight: 600

        RatingAsk {
            anchors.fill: parent
            visible: root.pad.stage === "asking" && !root.pad.sentence.active
            pad: root.pad
        }

        Loader {
            anchors.fill: parent
            active: root.pad.stage === "asking" && root.pad.sentence.active

            sourceComponent: RatingWrite {
                pad: root.pad
            }
        }

        Loader {
            anchors.fill: parent
            active: root.pad.stage === "thanks"

            sourceComponent: RatingThanks {
                pad: root.pad
            }
        }

        RatingIdle {
            anchors.fill: parent
            visible: root.pad.stage === "idle"
            words: root.pad.words
            idle: root.pad.idle
        }
    }
}
