import QtQuick
import Kiosk.Core

// One page out of the folder pages, by its file; no page without one.
Loader {
    id: root

    required property KioskContext kiosk
    required property string file

    // Where the lower 60 % of the screen begins on the page.
    required property real reachTop

    function show(): void {
        const given = kiosk.shown.step ? { kiosk: kiosk, step: kiosk.shown.step } : { kiosk: kiosk };
        setSource(file === "" ? "" : Qt.resolvedUrl("pages/" + file), given);
    }

    onFileChanged: show()
    Component.onCompleted: show()
}
