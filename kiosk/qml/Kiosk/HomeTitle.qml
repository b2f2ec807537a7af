import QtQuick
import Branchline

// A page's title and the line under it.
Column {
    id: root

    required property string title
    property string text: ""

    spacing: Theme.s2

    BaseText {
        objectName: "pageTitle"
        width: parent.width
        text: root.title
        font.pixelSize: Theme.display
        font.weight: Theme.heavy
        lineHeight: 1.05
        Accessible.role: Accessible.Heading
    }

    BaseText {
        objectName: "pageText"
        width: parent.width
        text: root.text
        color: Theme.textQuiet
        visible: text !== ""
    }
}
