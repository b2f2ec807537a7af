import QtQuick
import Branchline

// A text that is never cut: it takes `lines` lines, and what is too long for them runs through on one, or
// takes more lines for those who want no motion.
Item {
    id: root

    required property real unit
    required property string text
    required property real pixelSize
    required property color color

    property int lines: 1

    // A line that breaks is not filled to its end.
    readonly property real room: lines > 1 ? width * (lines - 0.2) : width
    readonly property bool runs: measure.width > room && !Theme.reduceMotion
    readonly property real stride: measure.width + 160 * unit

    objectName: "noticeLine"
    clip: runs
    implicitHeight: first.implicitHeight

    TextMetrics {
        id: measure

        font: first.font
        text: root.text
    }

    Item {
        id: tape

        height: parent.height

        BaseText {
            id: first

            width: root.runs ? implicitWidth : root.width
            text: root.text
            font.pixelSize: root.pixelSize
            wrapMode: root.runs ? Text.NoWrap : Text.Wrap
            color: root.color
            Accessible.ignored: true
        }

        BaseText {
            x: root.stride
            visible: root.runs
            text: root.text
            font.pixelSize: root.pixelSize
            wrapMode: Text.NoWrap
            color: root.color
            Accessible.ignored: true
        }

        SequentialAnimation on x {
            running: root.runs && root.visible
            loops: Animation.Infinite
            onRunningChanged: if (!running)
                tape.x = 0

            PauseAnimation { duration: 3000 }
            NumberAnimation { from: 0; to: -root.stride; duration: root.stride / (90 * root.unit) * 1000 }
        }
    }
}
