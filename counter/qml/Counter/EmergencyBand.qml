import QtQuick
import Branchline

// What must be seen at once. It takes its room from the queue, so that no button moves under a hand.
Rectangle {
    id: root

    required property string text

    readonly property int taken: visible ? height + Theme.s1 : 0

    objectName: "emergencyBand"
    height: Math.min(words.implicitHeight, 84) + 20
    radius: Theme.radiusControl
    color: Theme.callPressed
    visible: text !== ""
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        width: 24
        height: 24
        name: "warning"
        color: Theme.white
    }

    BaseText {
        id: words

        objectName: "emergencyText"
        x: 52
        y: 10
        width: parent.width - x - Theme.s2
        height: parent.height - 20
        text: root.text
        strong: true
        font.pixelSize: Theme.lead
        maximumLineCount: 3
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        color: Theme.white
        Accessible.ignored: true
    }
}
