pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// The day that has just ended at this counter, for a minute, for whoever signed out.
Panel {
    id: root

    required property SignOut leaving

    objectName: "daySummary"
    implicitHeight: words.height + 20
    visible: leaving.day !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: leaving.day + ": " + leaving.lines.join(". ")

    Column {
        id: words

        x: Theme.s2
        y: 10
        width: parent.width - 2 * Theme.s2
        spacing: 2

        BaseText {
            objectName: "dayOf"
            width: parent.width
            text: root.leaving.day
            strong: true
            Accessible.ignored: true
        }

        Repeater {
            model: root.leaving.lines

            BaseText {
                required property string modelData

                objectName: "dayLine"
                width: words.width
                text: modelData
                font.pixelSize: Theme.small
                color: Theme.textQuiet
                Accessible.ignored: true
            }
        }
    }
}
