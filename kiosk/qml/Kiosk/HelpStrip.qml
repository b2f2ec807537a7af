import QtQuick
import Branchline
import Kiosk.Core

// What has become of the customer's call for the lobby manager.
Strip {
    required property HelpCall help

    objectName: "helpStrip"
    text: help.words
    iconName: help.state === "failed" ? "warning" : help.state === "coming" || help.state === "seen-to" ? "check" : "bell"
    gold: true
    visible: text !== ""
    Accessible.role: Accessible.AlertMessage
}
