import QtQuick
import Branchline
import Branchline.Core

// A picture in a circle that says what kind of screen this is.
Rectangle {
    id: root

    required property string iconName
    property string tone: "act"

    implicitWidth: 168
    implicitHeight: 168
    radius: width / 2
    color: tone === "notice" ? Theme.goldSoft : Theme.jadeSoft

    Icon {
        anchors.centerIn: parent
        width: parent.width / 2
        height: width
        name: root.iconName
        color: root.tone === "notice" ? Theme.goldText : Theme.jade
    }
}
