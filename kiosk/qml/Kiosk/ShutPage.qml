import QtQuick
import Branchline

// This kiosk gives no numbers for the rest of the day: staff have closed it.
Item {
    objectName: "shutScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: title.text

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.s5

        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "clock"
        }

        BaseText {
            id: title

            objectName: "shutTitle"
            width: parent.width
            text: qsTr("This kiosk is closed for today")
            font.pixelSize: Math.round(Theme.display * 1.25)
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
        }

        BaseText {
            objectName: "shutText"
            width: parent.width
            text: qsTr("Please ask our staff for a number.")
            font.pixelSize: Theme.lead
            color: Theme.textQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
