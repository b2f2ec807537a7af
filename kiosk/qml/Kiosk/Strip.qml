import QtQuick
import Branchline
import Branchline.Core

// A line of information over the whole width; `gold` for what the customer should notice.
Rectangle {
    id: root

    required property string text
    required property string iconName
    property bool gold: false

    implicitHeight: label.implicitHeight + 2 * Theme.s3
    radius: Theme.radiusSheet
    color: gold ? Theme.goldSoft : "transparent"
    border.width: gold && !Theme.highContrast ? 0 : 2
    border.color: Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.s5
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.lead
        height: width
        name: root.iconName
        color: label.color
    }

    BaseText {
        id: label

        anchors.left: sign.right
        anchors.leftMargin: Theme.s2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s5
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        strong: root.gold
        font.features: ({})
        color: root.gold ? Theme.goldText : Theme.textQuiet
        Accessible.ignored: true
    }
}
