pragma ComponentBehavior: Bound

import QtQuick
import Branchline
import Branchline.Core

// One key; an icon stands for its text where there is one.
TouchCard {
    id: root

    property string iconName: ""

    height: 120
    padding: Theme.s1
    corner: Theme.radiusCard

    contentItem: NumberText {
        text: root.iconName === "" ? root.text : ""
        largest: 48
        font.weight: Theme.semiBold
        horizontalAlignment: Text.AlignHCenter
        color: root.ink
        Accessible.ignored: true

        Loader {
            anchors.centerIn: parent
            active: root.iconName !== ""

            sourceComponent: Icon {
                width: 48
                height: width
                name: root.iconName
                color: root.ink
            }
        }
    }
}
