pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Counter.Core

// The branch's counters side by side: the number, and who is there.
Grid {
    id: root

    required property Session session

    objectName: "signInCounter"
    columns: 4
    spacing: Theme.s1
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Counter")

    Repeater {
        model: root.session.choices

        TouchCard {
            id: choice

            required property int number
            required property string staff

            objectName: "counterChoice-" + number
            width: (root.width - (root.columns - 1) * root.spacing) / root.columns
            height: 72
            padding: 0
            corner: Theme.radiusControl
            selected: root.session.counter === number
            text: staff === "" ? qsTr("Counter %1, free").arg(number) : qsTr("Counter %1, %2 is there").arg(number).arg(staff)
            onClicked: root.session.choose(number)

            contentItem: Item {
                BaseText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 12
                    text: choice.number
                    font.pixelSize: Theme.title
                    font.weight: Theme.heavy
                    color: choice.ink
                    Accessible.ignored: true
                }

                BaseText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 45
                    text: choice.staff === "" ? qsTr("free") : choice.staff
                    font.pixelSize: Theme.small
                    color: choice.staff === "" ? Theme.textFaint : choice.ink
                    Accessible.ignored: true
                }
            }
        }
    }
}
