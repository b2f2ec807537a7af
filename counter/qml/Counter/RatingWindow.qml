import QtQuick
import QtQuick.Window
import Branchline
import Counter.Core

// The customer's window: on the customer's screen if there is one, otherwise there while it has something to ask.
Window {
    id: root

    required property RatingPad pad
    required property RatingScreen customer
    required property bool always
    required property bool allowed
    required property bool windowed
    required property Window teller

    readonly property bool ownScreen: customer.place >= 0 && customer.place < Application.screens.length && !windowed
    readonly property bool wanted: allowed && (pad.stage !== "idle" || always || ownScreen)

    objectName: "ratingWindow"
    title: pad.counterText
    // Not "full screen", which would take the keyboard: without a frame, over all of its own screen.
    screen: Application.screens[ownScreen ? customer.place : 0]
    x: ownScreen ? customer.area.x : Application.screens[0].virtualX + 480
    y: ownScreen ? customer.area.y : Application.screens[0].virtualY + 80
    width: ownScreen ? customer.area.width : 1024
    height: ownScreen ? customer.area.height : 600
    color: Theme.ground
    transientParent: null
    flags: Qt.Window | Qt.WindowDoesNotAcceptFocus | (ownScreen ? Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : 0)
    visible: wanted

    // The keyboard is the teller's, whatever the customer touches.
    onActiveChanged: if (active) teller.requestActivate()
    onClosing: pad.dismiss()

    Stage {
        designWidth: 1024
        designHeight: 600

        RatingAsk {
            anchors.fill: parent
            visible: root.pad.stage === "asking" && !root.pad.sentence.active
            pad: root.pad
        }

        RatingWrite {
            anchors.fill: parent
            visible: root.pad.stage === "asking" && root.pad.sentence.active
            pad: root.pad
        }

        RatingThanks {
            anchors.fill: parent
            visible: root.pad.stage === "thanks"
            pad: root.pad
        }

        RatingIdle {
            anchors.fill: parent
            visible: root.pad.stage === "idle"
            pad: root.pad
        }
    }
}
