import QtQuick
import Branchline
import Kiosk.Core

// The foot of a page that asks something: back, always in the same place, and on.
Row {
    id: root

    required property Visit visit
    required property string goOn
    required property string goOnName
    required property bool ready

    signal confirmed

    spacing: Theme.s3

    SecondaryButton {
        objectName: "backHome"
        width: (root.width - Theme.s3) / 3
        height: 148
        corner: Theme.radiusSheet - 4
        text: qsTr("Back")
        iconName: "back"
        onClicked: root.visit.goHome()
    }

    PrimaryButton {
        objectName: root.goOnName
        width: (root.width - Theme.s3) * 2 / 3
        height: 148
        text: root.goOn
        enabled: root.ready
        onClicked: root.confirmed()
    }
}
