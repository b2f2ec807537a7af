import QtQuick

// Text as all screens write it: figures of one width, never cut; what is long wraps or shrinks its box.
Text {
    property Look look: Theme
    property bool strong: false

    objectName: "text"
    color: look.text
    font.family: look.family
    font.pixelSize: look.body
    font.weight: strong ? look.semiBold : look.regular
    font.features: { "tnum": 1 }
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    // Said, because what is said can be mirrored: a Latin name on an Arabic screen stands right too.
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
