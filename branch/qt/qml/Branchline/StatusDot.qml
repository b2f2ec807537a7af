import QtQuick

// A dot and the word for it; never the dot alone, since colour alone says nothing to some.
Row {
    id: root

    required property string text
    property string tone: "good"
    property int pixelSize: Theme.body

    objectName: "statusDot"
    spacing: Theme.s1
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(root.pixelSize * 0.6)
        height: width
        radius: width / 2
        color: root.tone === "good" ? Theme.good : root.tone === "late" ? Theme.call
            : root.tone === "notice" ? Theme.gold : Theme.ink3
    }

    BaseText {
        objectName: "statusText"
        text: root.text
        font.pixelSize: root.pixelSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
