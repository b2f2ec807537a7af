import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// Which counter, who, and the PIN; nothing else stands between a teller and the queue.
FocusScope {
    id: root

    required property Session session
    required property ActionRunner asker
    required property ServiceLink link
    required property Languages languages
    required property SignOut leaving

    objectName: "signInScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")

    function begin(): void {
        pin.clear();
        staff.text = session.found;
        (staff.text === "" ? staff : pin).forceActiveFocus();
    }

    function submit(): void {
        if (session.offer !== "")
            session.move();
        else
            session.signIn(staff.text, pin.text);
    }

    onVisibleChanged: if (visible) begin()

    Connections {
        target: root.session

        function onRefused(): void {
            pin.clear();
            pin.forceActiveFocus();
        }

        function onChanged(): void {
            if (root.visible && staff.text === "" && root.session.found !== "") {
                staff.text = root.session.found;
                pin.forceActiveFocus();
            }
        }
    }

    StaleBanner {
        anchors.left: form.left
        anchors.right: form.right
        y: Theme.s1
        since: root.link.state === "lost" ? root.link.since : ""
    }

    Column {
        id: form

        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(64, (parent.height - height) / 3)
        width: Math.min(parent.width - 2 * Theme.s3, 420)
        spacing: Theme.s1

        BaseText {
            width: parent.width
            text: root.session.branchName
            color: Theme.textQuiet
        }

        BaseText {
            width: parent.width
            bottomPadding: Theme.s1
            text: qsTr("Sign in at a counter")
            font.pixelSize: Theme.heading
            font.weight: Theme.heavy
        }

        BaseText {
            text: qsTr("Counter")
            font.pixelSize: Theme.small
            color: Theme.textFaint
        }

        CounterChoices {
            width: parent.width
            bottomPadding: Theme.s2
            session: root.session
        }

        Field {
            id: staff

            objectName: "signInStaff"
            width: parent.width
            label: qsTr("Staff number")
            placeholderText: label
            maximumLength: 64
            inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
            onTextEdited: root.session.withdraw()
            onEntered: pin.forceActiveFocus()
        }

        Field {
            id: pin

            objectName: "signInPin"
            width: parent.width
            label: qsTr("PIN")
            placeholderText: label
            maximumLength: 64
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
            onTextEdited: root.session.withdraw()
            onEntered: root.submit()
        }

        BaseText {
            objectName: "signInError"
            width: parent.width
            height: 48
            verticalAlignment: Text.AlignVCenter
            text: root.session.error !== "" ? root.session.error : root.asker.message
            color: root.session.error !== "" ? Theme.callText : Theme.textQuiet
            Accessible.role: Accessible.AlertMessage
        }

        PrimaryButton {
            objectName: "signInButton"
            width: parent.width
            height: 68
            text: root.session.offer !== "" ? root.session.offer : root.session.found !== "" && root.session.found === staff.text ? qsTr("Sign in and go on") : qsTr("Sign in")
            keyHint: "F2"
            busy: root.session.busy
            onClicked: root.submit()
        }
    }

    DaySummary {
        anchors.horizontalCenter: parent.horizontalCenter
        y: form.y + form.height + 12
        width: form.width
        leaving: root.leaving
    }

    LanguageSwitch {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        languages: root.languages
    }
}
