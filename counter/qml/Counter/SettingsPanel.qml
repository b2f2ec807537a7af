pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Branchline
import Branchline.Core
import Counter.Core

// What is set once at a counter: where the customer is asked, whether they have keys, and the teller's language.
PanelSheet {
    id: root

    required property CustomerScreen customer
    required property Languages languages

    objectName: "settingsPanel"
    title: qsTr("Settings of this counter")
    closeName: "settingsClose"

    Flickable {
        id: list

        anchors.fill: parent
        anchors.topMargin: root.contentTop
        anchors.bottomMargin: speech.height + 2 * Theme.s2
        contentHeight: choices.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: choices

            x: 20
            width: list.width - 40
            spacing: 6

            BaseText {
                width: parent.width
                bottomPadding: 2
                text: qsTr("The customer is asked for a rating")
                font.pixelSize: Theme.small
                color: Theme.textFaint
            }

            Repeater {
                model: root.customer.choices

                SettingsChoice {
                    required property var modelData

                    readonly property bool here: modelData.name === root.Screen.name

                    objectName: "customerScreen-" + modelData.name
                    width: choices.width
                    text: {
                        switch (modelData.kind) {
                        case "second": return qsTr("On the second screen, if there is one");
                        case "turned": return qsTr("In a window that I turn to them");
                        default: return modelData.name;
                        }
                    }
                    detail: here && modelData.kind === "screen" ? qsTr("This is where you work")
                        : modelData.kind === "gone" ? qsTr("Not plugged in: waited for") : modelData.size
                    // It would cover the teller's own window, with no way back.
                    enabled: modelData.kind !== "screen" || !here || modelData.chosen
                    chosen: modelData.chosen
                    onClicked: root.customer.choose(modelData.name)
                }
            }

            Item {
                width: 1
                height: Theme.s1
            }

            SettingsChoice {
                objectName: "customerKeys"
                width: choices.width
                many: true
                text: qsTr("The customer has a keypad")
                detail: qsTr("While they are asked, keys are theirs; F2, F9, F10 and F11 stay yours")
                chosen: root.customer.keyboard
                onClicked: root.customer.giveKeyboard(!root.customer.keyboard)
            }
        }
    }

    LanguageSwitch {
        id: speech

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        anchors.horizontalCenter: parent.horizontalCenter
        languages: root.languages
    }
}
