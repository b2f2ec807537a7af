pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Branchline.Core
import Kiosk.Core

// The kiosk's window: a header that stays, one page under it, and a shield against taps that are not meant.
Window {
    id: root

    required property HomeScreen lobby
    required property Visit visit
    required property VisitResult outcome
    required property Accessibility comfort
    required property CodeEntry booking
    required property ByPhone finding
    required property PhoneNumber phone
    required property PhoneStep phoneStep
    required property PhoneNumber ticketPhone
    required property ServiceGroups menu
    required property HelpCall help
    required property ServiceNotice brief
    required property Screensaver idle
    required property SlideShow slides
    required property BurnIn shift
    required property StaffMenu staff
    required property StaffPaper staffPaper
    required property StaffServices staffServices
    required property HallNotices notices
    required property Languages languages
    required property bool windowed
    required property size startSize

    readonly property string screenName: staff.step === "shut" ? "shut" : visit.screen

    objectName: "kioskWindow"
    title: lobby.name
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
        value: root.comfort.large || root.comfort.priority
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.comfort.contrast
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: root.languages.mirrored
    }

    Stage {
        designWidth: 1080
        designHeight: 1920
        shiftX: root.shift.x
        shiftY: root.shift.y

        Item {
            id: page

            anchors.fill: parent
            anchors.margins: Theme.s8

            KioskHeader {
                id: header

                width: parent.width
                lobby: root.lobby
                languages: root.languages
                low: root.comfort.reach && root.screenName === "home"
                onMoreAsked: sheet.visible = true
            }

            Loader {
                id: loader

                anchors.fill: parent
                anchors.topMargin: header.height
                sourceComponent: {
                    switch (root.screenName) {
                    case "home": return home;
                    case "thanks": return thanks;
                    case "unprinted": return unprinted;
                    case "refused": return refused;
                    case "appointment": return appointment;
                    case "appointments": return appointments;
                    case "brief": return brief;
                    case "phone": return ownPhone;
                    case "closed": return closed;
                    case "shut": return shut;
                    default: return waiting;
                    }
                }
            }
        }

        LanguageSheet {
            id: sheet

            anchors.fill: parent
            languages: root.languages
            visible: false

            Connections {
                target: root.visit

                function onLeft() {
                    sheet.visible = false;
                }
            }
        }

        ReasonSheet {
            id: why

            anchors.fill: parent
            lobby: root.lobby
            comfort: root.comfort
            visible: false

            Connections {
                target: root.visit

                function onLeft() {
                    why.visible = false;
                }
            }
        }

        Shield {
            anchors.fill: parent
            screenName: root.screenName + root.menu.opened + (root.notices.emergency !== "")
            busy: root.visit.busy
            visit: root.visit
        }

        IdlePage {
            anchors.fill: parent
            allowed: root.staff.step !== "shut"
            idle: root.idle
            slides: root.slides
            notice: root.notices.line || root.lobby.notice
        }

        StaffPage {
            anchors.fill: parent
            staff: root.staff
            paper: root.staffPaper
            services: root.staffServices
        }

        EmergencyPage {
            anchors.fill: parent
            notices: root.notices
            staffed: root.staff.step !== "" && root.staff.step !== "shut"
        }
    }

    Component {
        id: home
        HomePage {
            lobby: root.lobby
            visit: root.visit
            comfort: root.comfort
            menu: root.menu
            help: root.help
            notices: root.notices
            languages: root.languages
            onMoreLanguages: sheet.visible = true
            onReasonAsked: why.visible = true
            reachTop: page.parent.height * 0.4 - page.y - header.height
        }
    }
    Component { id: thanks; ThanksPage { visit: root.visit; outcome: root.outcome } }
    Component { id: unprinted; UnprintedPage { visit: root.visit; outcome: root.outcome } }
    Component { id: refused; RefusedPage { visit: root.visit; outcome: root.outcome } }
    Component { id: shut; ShutPage {} }
    Component { id: closed; ClosedPage { lobby: root.lobby; notice: root.notices.line } }
    Component { id: brief; BriefPage { visit: root.visit; brief: root.brief } }
    Component {
        id: appointment
        AppointmentPage {
            visit: root.visit
            booking: root.booking
            finding: root.finding
            phone: root.phone
            lobby: root.lobby
        }
    }
    Component { id: ownPhone; PhonePage { visit: root.visit; step: root.phoneStep; phone: root.ticketPhone } }
    Component {
        id: appointments
        AppointmentsPage { visit: root.visit; finding: root.finding; phone: root.phone; lobby: root.lobby }
    }
    Component {
        id: waiting
        WaitingScreen {
            waitingFor: root.lobby.waitingFor
            detail: root.lobby.waitingHow
            iconName: root.lobby.waitingIcon
            busy: iconName === "clock"
        }
    }
}
