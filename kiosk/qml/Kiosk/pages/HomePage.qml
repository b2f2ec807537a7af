pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Branchline
import Branchline.Core
import Kiosk
import Kiosk.Core

// Home: choose a service. Low reach moves all there is to touch into the lower 60 % of the screen. What is seen only
// now and then is made only then: every language and every size of type is set anew in all that is there.
KioskPage {
    id: root

    readonly property real reachTop: (parent as PageLoader)?.reachTop ?? 0

    readonly property bool noNumbers: kiosk.home.lost && !kiosk.home.byReserve
    readonly property bool inGroup: kiosk.groups.opened !== ""

    // What the manager tells now; the branch's standing words give way to it, and to what there is to choose.
    readonly property string told: kiosk.notices.line
    readonly property string notice: told || kiosk.home.notice

    objectName: "homeScreen"

    HomeTitle {
        id: head

        y: root.kiosk.accessibility.reach ? Theme.s8 * 2 : root.kiosk.accessibility.large ? Theme.s5 : Theme.s8
        width: parent.width
        title: root.noNumbers ? qsTr("No numbers at the moment") : root.inGroup ? root.kiosk.groups.title : qsTr("Choose a service")
        text: root.noNumbers
            ? qsTr("Please ask our staff. This screen goes on by itself as soon as the service is back.")
            : root.inGroup ? root.kiosk.groups.hint
            : root.told !== "" && root.kiosk.accessibility.large && !root.kiosk.accessibility.reach ? root.told : qsTr("One touch gives you a number")
    }

    // With low reach there is room above what is touched.
    Loader {
        anchors.top: head.bottom
        anchors.topMargin: Theme.s5
        width: parent.width
        active: root.told !== "" && root.kiosk.accessibility.reach

        sourceComponent: Strip {
            objectName: "notice"
            text: root.told
            iconName: "info"
            gold: true
        }
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: parent.top
        anchors.topMargin: root.kiosk.accessibility.reach ? root.reachTop : head.y + head.height + Theme.s5
        spacing: Theme.s4

        Item {
            Layout.fillHeight: true
            visible: root.kiosk.accessibility.reach
        }

        Loader {
            Layout.fillWidth: true
            active: root.kiosk.accessibility.reach
            visible: active

            sourceComponent: RowLayout {
                spacing: Theme.s3

                EasyRow {
                    Layout.fillWidth: true
                    kiosk: root.kiosk
                    narrow: true
                    visible: !root.kiosk.accessibility.elderly
                }

                LanguageSwitch {
                    Layout.alignment: Qt.AlignRight
                    pixelSize: 28
                    most: 2
                    languages: root.kiosk.languages
                    onMoreAsked: root.kiosk.shown.openSheet("languages")
                }
            }
        }

        Loader {
            Layout.fillWidth: true
            active: root.kiosk.home.lost
            visible: active

            sourceComponent: LostStrip {
                since: root.kiosk.home.since
                giving: root.kiosk.home.byReserve
            }
        }

        AppointmentCard {
            Layout.fillWidth: true
            visible: !root.kiosk.precedence.priority && !root.inGroup
            enabled: !root.kiosk.home.lost
            low: root.kiosk.accessibility.reach || root.kiosk.accessibility.large
            onClicked: root.kiosk.visit.openAppointment()
        }

        Loader {
            Layout.fillWidth: true
            active: root.kiosk.precedence.priority
            visible: active

            sourceComponent: Strip {
                objectName: "priorityBanner"
                text: qsTr("Your next number is a priority number")
                iconName: "check"
                gold: true
            }
        }

        Loader {
            Layout.fillWidth: true
            active: root.kiosk.home.cardSegment !== ""
            visible: active

            sourceComponent: Strip {
                objectName: "cardBanner"
                text: qsTr("Card recognised. Your next number: %1").arg(root.kiosk.home.cardSegment)
                iconName: "check"
                gold: true
            }
        }

        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: implicitHeight
            kiosk: root.kiosk
        }

        Loader {
            Layout.fillWidth: true
            active: root.notice !== "" && !root.kiosk.accessibility.reach && !root.kiosk.accessibility.large
                && (root.told !== "" || (!root.kiosk.precedence.priority && !root.inGroup))
            visible: active

            sourceComponent: Strip {
                objectName: "notice"
                text: root.notice
                iconName: "info"
                gold: root.told !== ""
            }
        }

        Item {
            Layout.fillHeight: true
            visible: !root.kiosk.accessibility.reach
        }

        Loader {
            Layout.fillWidth: true
            active: root.inGroup
            visible: active

            sourceComponent: SecondaryButton {
                objectName: "groupBack"
                implicitHeight: 120
                corner: Theme.radiusSheet - 4
                text: qsTr("Back")
                iconName: "back"
                onClicked: root.kiosk.groups.back()
            }
        }

        Loader {
            Layout.fillWidth: true
            active: root.kiosk.help.words !== ""
            visible: active

            sourceComponent: HelpStrip {
                help: root.kiosk.help
            }
        }

        Loader {
            Layout.fillWidth: true
            active: !root.kiosk.accessibility.large && !root.kiosk.accessibility.reach && !root.inGroup
            visible: active

            sourceComponent: EasyRow {
                kiosk: root.kiosk
                narrow: false
            }
        }

        ComfortBar {
            Layout.fillWidth: true
            Layout.fillHeight: false
            kiosk: root.kiosk
        }
    }
}
