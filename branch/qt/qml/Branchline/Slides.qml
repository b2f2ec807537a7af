import QtQuick
import Branchline.Core

// The slides of a folder, one fading into the next. Transparent while there are none: what shall be there
// instead lies below it. `playing` is the app's: false while something more important is on the screen.
Item {
    id: root

    required property SlideShow show
    property bool playing: visible

    // Two take turns: the one in front is shown, the other reads the next slide.
    property SlidePicture front: one
    readonly property SlidePicture back: front === one ? other : one
    property int turn: -1

    objectName: "slides"
    clip: true
    Accessible.ignored: true
    Component.onCompleted: read()

    function read(): void {
        const slide = root.show.slide;
        if (slide.turn === root.turn)
            return;
        root.turn = slide.turn;
        if (slide.frames.length === 0) {
            root.front.show([], 0);
            root.front.opacity = 0;
        }
        root.back.opacity = 0;
        root.back.show(slide.frames, slide.frameMs);
        root.enter();
    }

    // Only when the next is decoded does the last one go: a slow disk shows no hole.
    function enter(): void {
        if (!root.back.ready)
            return;
        root.front.z = 0;
        root.front = root.back;
        root.front.z = 1;
        fade.restart();
    }

    Binding {
        target: root.show
        property: "playing"
        value: root.playing
    }

    Connections {
        target: root.show

        function onChanged(): void {
            root.read();
        }
    }

    SlidePicture {
        id: one

        anchors.fill: parent
        opacity: 0
        onReadyChanged: root.enter()
        onFailed: address => root.show.refuse(address)
    }

    SlidePicture {
        id: other

        anchors.fill: parent
        opacity: 0
        onReadyChanged: root.enter()
        onFailed: address => root.show.refuse(address)
    }

    NumberAnimation {
        id: fade

        target: root.front
        property: "opacity"
        to: 1
        duration: Theme.slow
        easing.type: Theme.easing
        onFinished: {
            root.back.opacity = 0;
            root.back.show([], 0);
        }
    }
}
