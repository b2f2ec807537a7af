import QtQuick
import QtQuick.Layouts
import Branchline
import Branchline.Core
import Kiosk
import Kiosk.Core

// Home: choose a service. Low reach moves all there is to touch into the lower 60 % of the screen.
KioskPage {
    id: root

    readonly property real reachTop: (parent as PageLoader)?.reachTop ?? 0

    readonly property bool noNumbers: kiosk.home.lost && !kiosk.home.byReserve
    readonly property bool inGroup: kiosk.groups.opened !== ""

    // What the manager tells now; the branch's standing words give way to it, and to what there is to choose.
    readonly property string told: kiosk.notices.line

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
    Strip {
        objectName: "notice"
        anchors.top: head.bottom
        anchors.topMargin: Theme.s5
        width: parent.width
        text: root.told
        iconName: "info"
        gold: true
        visible: text !== "" && root.kiosk.accessibility.reach
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

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.s3
            visible: root.kiosk.accessibility.reach

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

        LostStrip {
            Layout.fillWidth: true
            since: root.kiosk.home.since
            giving: root.kiosk.home.byReserve
            visible: root.kiosk.home.lost
        }

        AppointmentCard {
            Layout.fillWidth: true
            visible: !root.kiosk.precedence.priority && !root.inGroup
            enabled: !root.kiosk.home.lost
            low: root.kiosk.accessibility.reach || root.kiosk.accessibility.large
            onClicked: root.kiosk.visit.openAppointment()
        }

        Strip {
            objectName: "priorityBanner"
            Layout.fillWidth: true
            text: qsTr("Your next number is a priority number")
            iconName: "check"
            gold: true
            visible: root.kiosk.precedence.priority
        }

        Strip {
            objectName: "cardBanner"
            Layout.fillWidth: true
            text: qsTr("Card recognised. Your next number: %1").arg(root.kiosk.home.cardSegment)
            iconName: "check"
            gold: true
            visible: root.kiosk.home.cardSegment !== ""
        }

        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: implicitHeight
            kiosk: root.kiosk
        }

        Strip {
            objectName: "notice"
            Layout.fillWidth: true
            text: root.told || root.kiosk.home.notice
            iconName: "info"
            gold: root.told !== ""
            visible: text !== "" && !root.kiosk.accessibility.reach && !root.kiosk.accessibility.large
                && (root.told !== "" || (!root.kiosk.precedence.priority && !root.inGroup))
        }

        Item {
            Layout.fillHeight: true
            visible: !root.kiosk.accessibility.reach
        }

        SecondaryButton {
            objectName: "groupBack"
            Layout.fillWidth: true
            implicitHeight: 120
            corner: Theme.radiusSheet - 4
            text: qsTr("Back")
            iconName: "back"
            visible: root.inGroup
            onClicked: root.kiosk.groups.back()
        }

        HelpStrip {
            Layout.fillWidth: true
            help: root.kiosk.help
        }

        EasyRow {
            Layout.fillWidth: true
            Layout.fillHeight: false
            kiosk: root.kiosk
            narrow: false
            visible: !root.kiosk.accessibility.large && !root.kiosk.accessibility.reach && !root.inGroup
        }

        ComfortBar {
            Layout.fillWidth: true
            Layout.fillHeight: false
            kiosk: root.kiosk
        }
    }
}
