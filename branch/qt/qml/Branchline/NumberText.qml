import QtQuick

// A number that must be read from afar: heavy, and as large as its box allows, so it is never cut.
Text {
    property Look look: Theme
    property int largest: look.hero
    property int smallest: 8

    objectName: "number"
    color: look.text
    font.family: look.family
    font.pixelSize: largest
    font.weight: look.heavy
    font.features: { "tnum": 1 }
    fontSizeMode: Text.Fit
    minimumPixelSize: smallest
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
