import QtQuick
import Branchline
import Branchline.Core
import Counter.Core

// Which counter, who, and the PIN; nothing else stands between a teller and the queue.
FocusScope {
    id: root

    required property Session session
    required property SignInForm form
    required property Work work
    required property ServiceLink link
    required property Languages languages

    objectName: "signInScreen"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")

    function begin(): void {
        pin.clear();
        staff.text = session.found;
        (staff.text === "" ? staff : pin).forceActiveFocus();
    }

    function submit(): void {
        if (form.offer !== "")
            form.move();
        else
            form.signIn(staff.text, pin.text);
    }

    onVisibleChanged: if (visible) begin()

    Connections {
        target: root.form

        function onRefused(): void {
            pin.clear();
            pin.forceActiveFocus();
        }
    }

    Connections {
        target: root.session

        function onChanged(): void {
            if (root.visible && staff.text === "" && root.session.found !== "") {
                staff.text = root.session.found;
                pin.forceActiveFocus();
            }
        }
    }

    StaleBanner {
        anchors.left: column.left
        anchors.right: column.right
        y: Theme.s1
        since: root.link.state === "lost" ? root.link.since : ""
    }

    Column {
        id: column

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
            onTextEdited: root.form.withdraw()
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
            onTextEdited: root.form.withdraw()
            onEntered: root.submit()
        }

        BaseText {
            objectName: "signInError"
            width: parent.width
            height: 48
            verticalAlignment: Text.AlignVCenter
            text: root.form.error !== "" ? root.form.error : root.work.runner.message
            color: root.form.error !== "" ? Theme.callText : Theme.textQuiet
            Accessible.role: Accessible.AlertMessage
        }

        PrimaryButton {
            objectName: "signInButton"
            width: parent.width
            height: 68
            text: root.form.offer !== "" ? root.form.offer : root.session.found !== "" && root.session.found === staff.text ? qsTr("Sign in and go on") : qsTr("Sign in")
            keyHint: "F2"
            busy: root.form.busy
            onClicked: root.submit()
        }
    }

    DaySummary {
        anchors.horizontalCenter: parent.horizontalCenter
        y: column.y + column.height + 12
        width: column.width
        leaving: root.work.signOut
    }

    LanguageSwitch {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        languages: root.languages
    }
}
