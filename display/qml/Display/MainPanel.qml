import QtQuick
import Branchline

// The newest call. Vermilion is now: bright in its moment, deeper until its customer has come, dark after that.
Rectangle {
    id: root

    required property real unit
    required property var panel

    readonly property string look: panel.look
    readonly property bool idle: look === "idle"
    readonly property color ink: look === "calm" ? Theme.text : Theme.white
    readonly property real inset: 56 * unit

    // The customer's eye is caught by one movement, which ends where the number stays.
    function enter(): void {
        if (!Theme.reduceMotion)
            entrance.restart();
    }

    objectName: "mainPanel"
    radius: 40 * unit
    color: look === "calling" ? Theme.call : look === "now" ? Theme.callPressed : Theme.surface
    border.width: look === "calm" || idle ? Math.max(idle ? Theme.outline : 2, Theme.outline) * unit : 0
    border.color: Theme.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: panel.spoken

    Behavior on color {
        ColorAnimation { duration: Theme.slow; easing.type: Theme.easing }
    }

    IdlePanel {
        anchors.fill: parent
        visible: root.idle
        unit: root.unit
        panel: root.panel
    }

    Item {
        id: call

        anchors.fill: parent
        anchors.margins: root.inset
        visible: !root.idle

        ParallelAnimation {
            id: entrance

            NumberAnimation { target: call; property: "opacity"; from: 0.3; to: 1; duration: Theme.slow }
            NumberAnimation {
                target: number
                property: "scale"
                from: 0.86
                to: 1
                duration: Theme.slow
                easing.type: Easing.OutCubic
            }
        }

        Row {
            id: title

            anchors.left: parent.left
            anchors.right: marks.left
            spacing: 20 * root.unit

            BaseText {
                id: titleMain

                objectName: "mainTitle"
                text: root.panel.title.main
                font.pixelSize: 46 * root.unit
                strong: true
                wrapMode: Text.NoWrap
                color: root.ink
            }

            BaseText {
                readonly property real needed: titleMain.implicitWidth + implicitWidth + marks.width + 2 * title.spacing

                anchors.baseline: titleMain.baseline
                text: root.panel.title.second
                visible: text !== "" && needed <= call.width
                font.pixelSize: 40 * root.unit
                wrapMode: Text.NoWrap
                color: root.look === "calm" ? Theme.textQuiet : root.ink
            }
        }

        Row {
            id: marks

            anchors.right: parent.right
            anchors.verticalCenter: title.verticalCenter
            spacing: 16 * root.unit

            Tag {
                objectName: "promisedMark"
                visible: text !== ""
                text: root.panel.promisedText ?? ""
                tone: "notice"
                pixelSize: 34 * root.unit
            }

            Tag {
                objectName: "recallMark"
                visible: root.panel.again
                text: root.panel.againText ?? ""
                tone: "now"
                pixelSize: 34 * root.unit
            }
        }

        NumberText {
            id: number

            objectName: "mainNumber"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: title.bottom
            anchors.bottom: place.top
            // Figures leave the upper and lower fifth of their line empty: it may reach under its neighbours.
            anchors.topMargin: -36 * root.unit
            anchors.bottomMargin: -52 * root.unit
            text: root.panel.number
            color: root.ink
            largest: 420 * root.unit
            horizontalAlignment: Text.AlignLeft
            transformOrigin: Item.Left
            Accessible.ignored: true
        }

        CounterLine {
            id: place

            anchors.left: parent.left
            anchors.bottom: parent.bottom
            scale: Math.min(1, parent.width / implicitWidth)
            transformOrigin: Item.BottomLeft
            unit: root.unit
            panel: root.panel
        }
    }
}
