"""The voice as screens and controllers see it: a `branch.voice.speaker.Speaker` that tells Qt of itself.

    voice = of_this_machine(None)               # its sound card, and the packs that come with us
    voice.use(branch, time_of_day)              # with every snapshot: settings, and the local time
    voice.call("A035", 3, language="zh")
    voice.prompt("choose-service", "zh")
    app.on_quit(voice.close)

Sounds are played in a thread; what it reports crosses to the GUI thread as a queued signal, as in
`branch.qt.service_link`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.local_store import config_folder
from branch.contract.branch_info import BranchInfo, VoiceInfo
from branch.qt.qml_types import QmlUncreatable
from branch.qt.text.languages import USUAL
from branch.voice import phrases
from branch.voice.announcer import Announcement
from branch.voice.phrases import VoiceSettings
from branch.voice.player import CardPlayer, Player
from branch.voice.speaker import ClipSpeaker, State
from branch.voice.synth import Live, installed
from branch.voice.voice_pack import Library, open_library

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

ATTENTION = "attention"
"""The prompt that sends everybody's eyes to the board."""

_log = logging.getLogger(__name__)


def of_this_machine(folder: Path | None) -> Speech:
    """Speaks through its sound card with the branch's own recordings and packs in ``folder``, the shipped
    packs and, where the extra ``voice`` is installed, what that makes and keeps in made/ beside the packs."""
    kept = folder if folder is not None else config_folder() / "voice"
    return Speech(folder=folder, live=installed(kept / "made"))


def _local_time() -> time:
    return datetime.now().time()


@QmlElement
@QmlUncreatable("made by the app")
class Speech(QObject):
    """Says calls, prompts and emergencies.

    Signals:
        changed: `speaking` or `silent` reads otherwise than before.
    """

    changed = Signal()
    _crossed = Signal(object)

    def __init__(
        self,
        player: Player | None = None,
        library: Library | None = None,
        *,
        folder: Path | None = None,
        live: Live | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``folder``: the branch's own recordings and packs. ``live`` makes what they have not, and what is
        written of an emergency. ``player``: None is the machine's sound card."""
        super().__init__(parent)
        self.settings = VoiceSettings(VoiceInfo(), USUAL)
        self._at: Callable[[], time] = _local_time
        self._closed = False
        self._live = live
        self._emergency = 0
        self._library = library or open_library(folder, more=[live] if live is not None else [])
        self._speaker = ClipSpeaker(
            self._library,
            player or CardPlayer(),
            hop=self._hop,
            changed=self.changed.emit,
            percent=lambda: self.settings.percent_at(self._at()),
        )
        self._crossed.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    # What screens see

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        """Whether something is being said: media is mute meanwhile."""
        return self._speaker.speaking

    @Property(bool, notify=changed)
    def silent(self) -> bool:
        """Whether nothing can be heard, for there is no sound device that plays."""
        return self._speaker.state == "silent"

    # What apps do

    @property
    def state(self) -> State:
        """See `branch.voice.speaker.State`."""
        return self._speaker.state

    @property
    def waiting(self) -> int:
        """How many announcements have not begun yet."""
        return self._speaker.waiting

    def use(self, branch: BranchInfo, at: Callable[[], time] | None = None) -> None:
        """Take the branch's settings. ``at`` tells the branch's local time, for volume and quiet hours."""
        self.settings = VoiceSettings.of_branch(branch)
        self._at = at or self._at

    def call(self, number: str, counter: int, language: str | None = None) -> bool:
        """Speak a call, unless it is a quiet hour or the branch wants none; whether it will be spoken."""
        settings = self.settings
        if not settings.voice.speak or settings.quiet_at(self._at()):
            return False
        languages = settings.languages_for(language)
        sentences = tuple(phrases.call(code, number, counter, settings.voice.one) for code in languages)
        self._speaker.say(
            Announcement(
                f"{number} {counter}", sentences, repeat=settings.voice.repeat, chime=settings.voice.chime
            )
        )
        return True

    @Slot(dict)
    def emergency(self, text: Mapping[str, str]) -> None:
        """Have everybody look at the board, before those who wait to be called, also in quiet hours; then say
        what is written there, where this machine can."""
        self._emergency += 1
        languages = self.settings.languages
        sentences = tuple(phrases.prompt(code, ATTENTION) for code in languages)
        spoken = [code for code in languages if text.get(code)] if self._live is not None else []
        self._speaker.say(Announcement(ATTENTION, sentences, repeat=1 if spoken else 2, urgent=True))
        if self._live is None or not spoken:
            return
        parts = {code: phrases.text(code, text[code]) for code in spoken}
        waiting, made = set(spoken), set[str]()
        turn = self._emergency

        def told(code: str, ok: bool) -> None:
            waiting.discard(code)
            if ok:
                made.add(code)
            if not waiting and turn == self._emergency:
                said = tuple(
                    parts[code] if code in made else phrases.prompt(code, ATTENTION) for code in languages
                )
                self._speaker.say(Announcement("emergency", said, repeat=2, urgent=True))

        for code in spoken:
            self._live.say(
                parts[code][0].names[0],
                text[code],
                code,
                lambda ok, code=code: self._hop(lambda: told(code, ok)),  # type: ignore[misc]  # bound now
            )

    @Slot()
    def calm(self) -> None:
        """The emergency is over: what has not been said of it is not said any more."""
        self._emergency += 1

    def chime(self) -> None:
        """The chime alone: for a test that is heard."""
        self._speaker.say(Announcement("chime", ()))

    @Slot(str, str)
    def prompt(self, name: str, language: str) -> None:
        """Say a prompt of assets/voices/prompts.toml now, in place of the one before."""
        self._speaker.prompt(name, language)

    @Slot(str, str, str)
    def promptNumber(self, name: str, number: str, language: str) -> None:
        """Say whose number it is ("your number is A zero three five"), then the prompt ``name`` if any."""
        sentences = [phrases.yours(language, number, self.settings.voice.one)]
        if name:
            sentences.append(phrases.prompt(language, name))
        self._speaker.stop()
        self._speaker.say(Announcement(f"{language} {number} {name}", tuple(sentences), chime=False))

    @Slot()
    def stop(self) -> None:
        """Fall silent, and forget what waits."""
        self._speaker.stop()

    def probe(self) -> None:
        """Try the device without a sound; `silent` tells later."""
        self._speaker.probe()

    def close(self) -> None:
        """Stop for good; ends the thread."""
        self._closed = True
        self._speaker.close()
        self._library.close()
        if self._live is not None:
            self._live.close()

    def _hop(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._crossed.emit(call)

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
