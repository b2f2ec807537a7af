import QtQuick
import QtQuick.Layouts
import Branchline
import Branchline.Core
import Kiosk.Core

// Home: choose a service. Low reach moves all there is to touch into the lower 60 % of the screen.
Item {
    id: root

    required property HomeScreen lobby
    required property Visit visit
    required property Accessibility comfort
    required property ServiceGroups menu
    required property HelpCall help
    required property HallNotices notices
    required property Languages languages

    // Where the lower 60 % of the screen begins.
    required property real reachTop

    readonly property bool noNumbers: lobby.lost && !lobby.byReserve
    readonly property bool inGroup: menu.opened !== ""

    // What the manager tells now; the branch's standing words give way to it, and to what there is to choose.
    readonly property string told: notices.line

    signal moreLanguages
    signal reasonAsked

    objectName: "homeScreen"

    HomeTitle {
        id: head

        y: root.comfort.reach ? Theme.s8 * 2 : root.comfort.large ? Theme.s5 : Theme.s8
        width: parent.width
        title: root.noNumbers ? qsTr("No numbers at the moment") : root.inGroup ? root.menu.title : qsTr("Choose a service")
        text: root.noNumbers
            ? qsTr("Please ask our staff. This screen goes on by itself as soon as the service is back.")
            : root.inGroup ? root.menu.hint
            : root.told !== "" && root.comfort.large && !root.comfort.reach ? root.told : qsTr("One touch gives you a number")
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
        visible: text !== "" && root.comfort.reach
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: parent.top
        anchors.topMargin: root.comfort.reach ? root.reachTop : head.y + head.height + Theme.s5
        spacing: Theme.s4

        Item {
            Layout.fillHeight: true
            visible: root.comfort.reach
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.s3
            visible: root.comfort.reach

            EasyRow {
                Layout.fillWidth: true
                comfort: root.comfort
                narrow: true
                visible: !root.comfort.elderly
            }

            LanguageSwitch {
                Layout.alignment: Qt.AlignRight
                pixelSize: 28
                most: 2
                languages: root.languages
                onMoreAsked: root.moreLanguages()
            }
        }

        LostStrip {
            Layout.fillWidth: true
            since: root.lobby.since
            giving: root.lobby.byReserve
            visible: root.lobby.lost
        }

        AppointmentCard {
            Layout.fillWidth: true
            visible: !root.comfort.priority && !root.inGroup
            enabled: !root.lobby.lost
            low: root.comfort.reach || root.comfort.large
            onClicked: root.visit.openAppointment()
        }

        Strip {
            objectName: "priorityBanner"
            Layout.fillWidth: true
            text: qsTr("Your next number is a priority number")
            iconName: "check"
            gold: true
            visible: root.comfort.priority
        }

        Strip {
            objectName: "cardBanner"
            Layout.fillWidth: true
            text: qsTr("Card recognised. Your next number: %1").arg(root.lobby.cardSegment)
            iconName: "check"
            gold: true
            visible: root.lobby.cardSegment !== ""
        }

        ServiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: implicitHeight
            lobby: root.lobby
            visit: root.visit
            menu: root.menu
            comfort: root.comfort
        }

        Strip {
            objectName: "notice"
            Layout.fillWidth: true
            text: root.told || root.lobby.notice
            iconName: "info"
            gold: root.told !== ""
            visible: text !== "" && !root.comfort.reach && !root.comfort.large
                && (root.told !== "" || (!root.comfort.priority && !root.inGroup))
        }

        Item {
            Layout.fillHeight: true
            visible: !root.comfort.reach
        }

        SecondaryButton {
            objectName: "groupBack"
            Layout.fillWidth: true
            implicitHeight: 120
            corner: Theme.radiusSheet - 4
            text: qsTr("Back")
            iconName: "back"
            visible: root.inGroup
            onClicked: root.menu.back()
        }

        HelpStrip {
            Layout.fillWidth: true
            help: root.help
        }

        EasyRow {
            Layout.fillWidth: true
            Layout.fillHeight: false
            comfort: root.comfort
            narrow: false
            visible: !root.comfort.large && !root.comfort.reach && !root.inGroup
        }

        ComfortBar {
            Layout.fillWidth: true
            Layout.fillHeight: false
            comfort: root.comfort
            help: root.help
            hasPriority: root.lobby.hasPriority
            asksReason: root.lobby.reasons.length > 0
            onReasonAsked: root.reasonAsked()
        }
    }
}
