pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Kiosk.Core

// The kiosk's window: a header that stays, one page under it, and a shield against taps that are not meant.
Window {
    id: root

    required property KioskContext kiosk
    required property bool windowed
    required property size startSize

    objectName: "kioskWindow"
    title: kiosk.home.name
    width: startSize.width
    height: startSize.height
    flags: windowed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    visibility: windowed ? Window.Windowed : Window.FullScreen
    color: Theme.ground

    Component.onCompleted: {
        Theme.base = 28;
        Theme.touch = Theme.touchKiosk;
    }

    Binding {
        target: Theme
        property: "largeType"
        value: root.kiosk.accessibility.large || root.kiosk.precedence.priority
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.kiosk.accessibility.contrast
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: root.kiosk.languages.mirrored
    }

    Stage {
        designWidth: 1080
        designHeight: 1920
        shiftX: root.kiosk.burnIn.x
        shiftY: root.kiosk.burnIn.y

        Item {
            id: page

            anchors.fill: parent
            anchors.margins: Theme.s8

            KioskHeader {
                id: header

                width: parent.width
                kiosk: root.kiosk
                low: root.kiosk.accessibility.reach && root.kiosk.shown.below === "home"
            }

            CustomerPages {
                anchors.fill: parent
                anchors.topMargin: header.height
                kiosk: root.kiosk
                reachTop: page.parent.height * 0.4 - page.y - header.height
            }
        }

        Loader {
            anchors.fill: parent
            sourceComponent: root.kiosk.shown.sheet === "languages" ? languages : root.kiosk.shown.sheet === "reasons" ? reasons : null
        }

        Component {
            id: languages

            LanguageSheet {
                kiosk: root.kiosk
            }
        }

        Component {
            id: reasons

            ReasonSheet {
                kiosk: root.kiosk
            }
        }

        Shield {
            anchors.fill: parent
            kiosk: root.kiosk
        }

        // What covers the whole screen.
        IdlePage {
            anchors.fill: parent
            kiosk: root.kiosk
        }

        StaffPage {
            anchors.fill: parent
            kiosk: root.kiosk
        }

        EmergencyScreen {
            anchors.fill: parent
            visible: root.kiosk.shown.name === "emergency"
            main: root.kiosk.notices.emergency
            second: root.kiosk.notices.emergencyOthers
            secondName: "emergencyOthers"
            space: 128
            signWidth: 200
            mainSize: 120
            secondSize: 64
        }
    }
}
