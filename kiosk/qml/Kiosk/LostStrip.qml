import QtQuick
import Branchline

// Says since when the service is gone (`since` is empty if it was not there since our start), and what works
// all the same.
Strip {
    id: root

    required property string since
    required property bool giving

    objectName: "lostBanner"
    text: {
        if (!giving)
            return qsTr("Not connected since %1 · trying again").arg(since);
        const still = qsTr("You still get a number. Waits and check-in come back with the connection.");
        return since === "" ? still : qsTr("Not connected since %1.").arg(since) + " " + still;
    }
    iconName: "offline"
    gold: true
    Accessible.role: Accessible.AlertMessage
}
