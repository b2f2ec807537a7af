import QtQuick
import QtQuick.Templates as T
import Branchline

// A line to write in. What is in it is marked when one comes to it, so that typing replaces it.
T.TextField {
    id: root

    property string label: ""
    property bool fresh: false

    // Return is taken here: what only "accepts" it also hands it on to the screen around.
    signal entered

    objectName: "field"
    implicitWidth: 200
    implicitHeight: Theme.touch + 4
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.text
    selectionColor: Theme.jade
    selectedTextColor: Theme.white
    placeholderTextColor: Theme.textFaint
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label

    Keys.onReturnPressed: event => finish(event.isAutoRepeat)
    Keys.onEnterPressed: event => finish(event.isAutoRepeat)

    function finish(repeated: bool): void {
        if (!repeated)
            entered();
    }

    onActiveFocusChanged: {
        if (activeFocus) {
            fresh = true;
            selectAll();
        }
    }
    onReleased: {
        if (fresh) {
            fresh = false;
            selectAll();
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.stroke
        border.color: root.activeFocus ? Theme.jade : Theme.edge

        BaseText {
            anchors.fill: parent
            anchors.leftMargin: root.leftPadding
            anchors.rightMargin: root.rightPadding
            verticalAlignment: Text.AlignVCenter
            text: root.placeholderText
            color: Theme.textFaint
            wrapMode: Text.NoWrap
            visible: root.text === "" && root.preeditText === ""
            Accessible.ignored: true
        }
    }
}
