import QtQuick

// A word or two about something; `tone` is "act" (jade), "now" (vermilion), "notice" (gold) or "quiet" (grey).
Rectangle {
    id: root

    required property string text
    property string tone: "act"
    property int pixelSize: Theme.small

    readonly property color ink: tone === "now" ? Theme.callText : tone === "notice" ? Theme.goldText
        : tone === "quiet" ? Theme.textQuiet : Theme.jade

    objectName: "tag"
    implicitWidth: label.implicitWidth + 2 * Math.round(pixelSize * 0.7)
    implicitHeight: Math.round(pixelSize * 1.9)
    radius: Math.min(Theme.radiusCard, Math.max(6, height / 3.4))
    color: tone === "now" ? Theme.callSoft : tone === "notice" ? Theme.goldSoft
        : tone === "quiet" ? Theme.surface2 : Theme.jadeSoft
    border.width: Theme.highContrast ? 2 : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    BaseText {
        id: label

        objectName: "tagText"
        anchors.centerIn: parent
        text: root.text
        color: root.ink
        font.pixelSize: root.pixelSize
        strong: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
