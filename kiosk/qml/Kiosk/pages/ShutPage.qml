import QtQuick
import Kiosk

// This kiosk gives no numbers for the rest of the day: staff have closed it.
StatusPage {
    objectName: "shutScreen"
    iconName: "clock"
    title: qsTr("This kiosk is closed for today")
    titleName: "shutTitle"
    text: qsTr("Please ask our staff for a number.")
    textName: "shutText"
    Accessible.role: Accessible.Pane
    Accessible.name: title
}
