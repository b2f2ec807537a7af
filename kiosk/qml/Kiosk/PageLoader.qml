import QtQuick
import Kiosk.Core

// The customer's page, out of the folder pages: its file, and what it is given, come from `ShownPage`.
Loader {
    id: root

    required property KioskContext kiosk

    // Where the lower 60 % of the screen begins on the page.
    required property real reachTop

    readonly property string file: kiosk.shown.file

    function show(): void {
        const given = kiosk.shown.step ? { kiosk: kiosk, step: kiosk.shown.step } : { kiosk: kiosk };
        setSource(Qt.resolvedUrl("pages/" + file), given);
    }

    onFileChanged: show()
    Component.onCompleted: show()
}
