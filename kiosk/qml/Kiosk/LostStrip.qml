import QtQuick
import Branchline

// Says since when nothing on this screen is up to date. Empty `since`: all is well.
Strip {
    id: root

    required property string since

    objectName: "lostBanner"
    text: qsTr("Not connected since %1 · trying again").arg(since)
    iconName: "offline"
    gold: true
    visible: since !== ""
    Accessible.role: Accessible.AlertMessage
}
