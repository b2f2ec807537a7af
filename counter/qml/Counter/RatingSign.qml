import QtQuick
import Branchline
import Branchline.Core

// A round sign on the rating window.
Rectangle {
    id: root

    required property string iconName
    property bool notice: false

    width: 144
    height: 144
    radius: 72
    color: notice ? PadLook.goldSoft : PadLook.jadeSoft

    Icon {
        anchors.centerIn: parent
        width: 72
        height: 72
        name: root.iconName
        color: root.notice ? PadLook.goldText : PadLook.jade
    }
}
