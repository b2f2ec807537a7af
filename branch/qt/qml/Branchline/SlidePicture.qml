pragma ComponentBehavior: Bound

import QtQuick

// One slide: a picture, or a sequence of which one frame is shown while the next is read. `frames` is set anew
// for each showing; with none it holds no picture in memory.
Rectangle {
    id: root

    property list<string> frames: []
    property int frameMs: 0

    readonly property bool ready: frames.length > 0 && (even ? one : other).status === Image.Ready
    property bool even: true
    property int frame: 0

    signal failed(string address)

    function show(addresses: list<string>, ms: int): void {
        even = true;
        frame = 0;
        frames = addresses;
        frameMs = ms;
        one.source = addresses.length > 0 ? addresses[0] : "";
        other.source = addresses.length > 1 ? addresses[1] : "";
    }

    color: Theme.ground

    component Frame: Image {
        anchors.fill: parent
        asynchronous: true
        cache: false
        autoTransform: true
        fillMode: Image.PreserveAspectFit
        sourceSize: Qt.size(root.width, root.height)
        onStatusChanged: if (status === Image.Error)
            root.failed(source)
    }

    Frame {
        id: one

        visible: root.even
    }

    Frame {
        id: other

        visible: !root.even
    }

    // A frame that is not read yet makes the sequence slower, never the screen.
    Timer {
        running: root.frameMs > 0 && root.visible && root.opacity > 0 && !Theme.reduceMotion
        interval: root.frameMs
        repeat: true
        onTriggered: {
            const behind = root.even ? one : other;
            const next = root.even ? other : one;
            if (next.status !== Image.Ready)
                return;
            root.even = !root.even;
            root.frame = (root.frame + 1) % root.frames.length;
            behind.source = root.frames[(root.frame + 1) % root.frames.length];
        }
    }
}
