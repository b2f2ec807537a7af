import QtQuick

// How a window looks. An app sets the first group once; the second follows what a person asked for. Palette
// names say the hue, the roles below them say the use; screens use roles where there is one.
QtObject {
    id: look

    // The app's own: size of body text, least size of what is touched, and whether it is a night screen.
    property real base: 16
    property int touch: touchCounter
    property bool dark: false

    // What a person may ask for.
    property bool largeType: false
    property bool highContrast: false
    property bool reduceMotion: false

    // Whether what is shown is read from right to left.
    property bool mirrored: false

    // Palette
    readonly property color ink: highContrast ? "#000000" : "#12202E"
    readonly property color ink2: highContrast ? "#000000" : "#43525F"
    readonly property color ink3: highContrast ? "#1C1C1C" : "#7B8894"
    readonly property color paper: highContrast ? "#FFFFFF" : "#F6F4EF"
    readonly property color card: "#FFFFFF"
    readonly property color line: highContrast ? "#000000" : "#E3DFD6"
    readonly property color jade: highContrast ? "#00463E" : "#0B6E63"
    readonly property color jadePressed: highContrast ? "#002B26" : "#095A51"
    readonly property color jadeSoft: highContrast ? "#FFFFFF" : "#E1F0ED"
    readonly property color call: highContrast ? "#A12E08" : "#E4572E"
    readonly property color callPressed: highContrast ? "#7D2306" : "#C9431C"
    readonly property color callSoft: highContrast ? "#FFFFFF" : "#FDEBE4"
    readonly property color good: highContrast ? (dark ? "#FFFFFF" : "#00463E") : dark ? "#39B58E" : "#2B9C74"
    readonly property color gold: highContrast ? "#5F4300" : "#B7862B"
    readonly property color goldSoft: highContrast ? "#FFFFFF" : "#F8EFDB"
    readonly property color night: highContrast ? "#000000" : "#0B1622"
    readonly property color night2: highContrast ? "#0A0A0A" : "#13212F"
    readonly property color night3: highContrast ? "#1C1C1C" : "#1E3040"
    readonly property color mist: highContrast ? "#FFFFFF" : "#9DB0BF"
    readonly property color white: "#FFFFFF"

    // The hues as small text: ink3, call and gold are too pale for it on light grounds.
    readonly property color ink3Text: highContrast ? "#1C1C1C" : "#5F6C78"
    readonly property color callText: highContrast ? "#8A2706" : "#B83A14"
    readonly property color goldText: highContrast ? "#5F4300" : "#7D5910"

    // A screen of lamps has two colours whatever the theme.
    readonly property color lamp: "#FFB000"
    readonly property color unlit: "#000000"

    readonly property color inkOnGold: highContrast ? white : ink

    // Roles
    readonly property color ground: dark ? night : paper
    readonly property color surface: dark ? night2 : card
    readonly property color surface2: dark ? night3 : paper
    readonly property color edge: dark ? (highContrast ? white : night3) : line
    readonly property color text: dark ? white : ink
    readonly property color textQuiet: dark ? mist : ink2
    readonly property color textFaint: dark ? mist : ink3Text
    readonly property color idle: highContrast ? surface : dark ? night3 : line
    readonly property color tile: dark ? night3 : card
    readonly property color warm: dark ? goldSoft : goldText
    readonly property int outline: dark && !highContrast ? 0 : stroke
    readonly property color pressed: dark ? night3 : jadeSoft

    // What is written on what, for the contrast test; large is 24 px bold or more.
    readonly property list<string> pairs: ["ink paper", "ink card", "ink2 paper", "ink2 card", "ink3Text paper",
        "ink3Text card", "ink jadeSoft", "jade jadeSoft", "jade card", "jade paper", "white jade", "white jadePressed",
        "callText card", "callText paper", "callText callSoft", "ink callSoft", "goldText goldSoft", "ink goldSoft",
        "white night", "white night2", "white night3", "mist night", "mist night2", "mist night3", "inkOnGold gold",
        "white ink", "text ground", "text surface", "text surface2", "text tile", "textQuiet tile", "warm ground", "lamp unlit", "textQuiet ground", "textQuiet surface",
        "textQuiet surface2", "textFaint ground", "textFaint surface", "text pressed", "textQuiet idle"]
    readonly property list<string> largePairs: ["white call", "white callPressed", "white gold", "call card",
        "call callSoft", "ink3 card", "ink3 paper"]

    // Type: steps of 1.25 from the app's base
    readonly property string family: "Inter"
    readonly property real scale: largeType ? 1.25 : 1
    readonly property int small: step(-1)
    readonly property int body: step(0)
    readonly property int lead: step(1)
    readonly property int title: step(2)
    readonly property int heading: step(3)
    readonly property int display: step(4)
    readonly property int hero: step(6)
    readonly property int regular: Font.Normal
    readonly property int semiBold: Font.DemiBold
    readonly property int heavy: Font.ExtraBold

    // Space, corners, touch
    readonly property int s1: 8
    readonly property int s2: 16
    readonly property int s3: 24
    readonly property int s4: 32
    readonly property int s5: 40
    readonly property int s6: 48
    readonly property int s8: 64
    readonly property int radiusTag: 8
    readonly property int radiusControl: 14
    readonly property int radiusCard: 20
    readonly property int radiusSheet: 32
    readonly property int stroke: highContrast ? 3 : 1
    readonly property int touchKiosk: 96
    readonly property int touchCounter: 48

    // Motion: ease-out, and none at all for those who asked for none
    readonly property int quick: reduceMotion ? 0 : 120
    readonly property int normal: reduceMotion ? 0 : 220
    readonly property int slow: reduceMotion ? 0 : 300
    readonly property int easing: Easing.OutCubic

    function step(count: int): int {
        return Math.round(look.base * look.scale * Math.pow(1.25, count));
    }

    // A size of a fixed design, larger for whoever asked for large type.
    function sized(pixels: int): int {
        return Math.round(pixels * look.scale);
    }
}
