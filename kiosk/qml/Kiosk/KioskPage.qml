import QtQuick
import Kiosk.Core

// One page of the kiosk, under the header; `CustomerPages` shows it.
Item {
    required property KioskContext kiosk
}
