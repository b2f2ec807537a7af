import QtQuick

// A number that must be read from afar: heavy, and as large as its box allows, so it is never cut.
Text {
    property int largest: Theme.hero
    property int smallest: 8

    objectName: "number"
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: largest
    font.weight: Theme.heavy
    font.features: { "tnum": 1 }
    fontSizeMode: Text.Fit
    minimumPixelSize: smallest
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
