"""Says announcements and prompts aloud. Everything here runs in the app's own thread; only sounds are put
together and played in another, and what that one reports comes back through ``hop``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Literal, Protocol

from branch.voice.announcer import Announcement, Announcer
from branch.voice.phrases import CHIME, Part, prompt
from branch.voice.player import Player
from branch.voice.sound_file import Sound, chime, join, silence
from branch.voice.voice_pack import Clips

State = Literal["unknown", "ready", "silent"]
"""Before the device was tried; it plays; there is none, or none that plays."""

BREATH_MS = 350
"""Between two sentences."""

AFTER_CHIME_MS = 150

log = logging.getLogger(__name__)


class Speaker(Protocol):
    """What an app speaks with. Never raises for want of a device or of a clip: it is silent then."""

    @property
    def state(self) -> State:
        """Whether anything can be heard."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether something is being said or about to be."""
        ...

    def say(self, announcement: Announcement) -> None:
        """Have it said after those that wait already."""
        ...

    def prompt(self, name: str, language: str) -> None:
        """Say a sentence of assets/voices/prompts.toml at once; a prompt that is on ends for it."""
        ...

    def stop(self) -> None:
        """Fall silent, and forget what waits."""
        ...


class ClipSpeaker:
    """Speaks with clips through a player.

    Attributes:
        percent: how loud, asked before each announcement.
    """

    def __init__(
        self,
        clips: Clips,
        player: Player,
        *,
        hop: Callable[[Callable[[], None]], None],
        changed: Callable[[], None] = lambda: None,
        percent: Callable[[], int] = lambda: 100,
    ) -> None:
        """``hop`` runs a function in the app's thread; ``changed`` is called when `state` or `speaking` is
        another."""
        self._clips, self._player = clips, player
        self._hop, self._changed = hop, changed
        self.percent = percent
        self._queue = Announcer()
        self._state: State = "unknown"
        self._speaking = False
        self._turn = 0

    @property
    def state(self) -> State:
        """See `Speaker`."""
        return self._state

    @property
    def speaking(self) -> bool:
        """See `Speaker`."""
        return self._speaking

    @property
    def waiting(self) -> int:
        """How many announcements have not begun yet."""
        return self._queue.waiting

    def say(self, announcement: Announcement) -> None:
        """See `Speaker`."""
        self._queue.add(announcement)
        self._next()

    def prompt(self, name: str, language: str) -> None:
        """See `Speaker`."""
        if self._speaking:
            self.stop()
        self.say(Announcement(f"{language} {name}", (prompt(language, name),), chime=False))

    def stop(self) -> None:
        """See `Speaker`."""
        self._turn += 1  # what the player still reports is of the past
        self._queue.clear()
        self._player.stop()
        self._tell(speaking=False)

    def probe(self) -> None:
        """Try the device without a sound; `state` tells later."""
        self._player.probe(lambda ok: self._hop(lambda: self._tell(state="ready" if ok else "silent")))

    def close(self) -> None:
        """Stop, and let go of the device."""
        self.stop()
        self._player.close()

    def _next(self) -> None:
        begun = self._queue.begin()
        if begun is None:
            if self._queue.current is None:
                self._tell(speaking=False)
            return
        announcement, chimes = begun
        self._tell(speaking=True)
        log.info("says %s", announcement.key)
        self._play(announcement, chimes=chimes)

    def _play(self, announcement: Announcement, *, chimes: bool) -> None:
        self._turn += 1
        turn = self._turn
        make = partial(self.sound, announcement, chimes=chimes)
        self._player.play(make, self.percent(), lambda ok: self._hop(lambda: self._over(turn, ok)))

    def _over(self, turn: int, ok: bool) -> None:
        if turn != self._turn:
            return
        self._tell(state="ready" if ok else "silent")
        again = self._queue.over()
        if again is not None:
            self._play(again, chimes=False)
        else:
            self._next()

    def sound(self, announcement: Announcement, *, chimes: bool) -> Sound:
        """The whole of an announcement as it is played; for the player's thread, as clips are decoded here.

        A sentence of which a part cannot be said, whole nor put together, is left out and logged: a call of
        which nothing can be said is still a chime.
        """
        sentences = [sentence for parts in announcement.sentences if (sentence := self._sentence(parts))]
        sounds: list[Sound] = []
        if chimes or (announcement.chime and not sentences):
            sounds += [self._clips.find(CHIME) or chime(), silence(AFTER_CHIME_MS)]
        for i, sentence in enumerate(sentences):
            sounds += [silence(BREATH_MS), *sentence] if i else sentence
        return join(sounds)

    def _sentence(self, parts: tuple[Part, ...]) -> list[Sound]:
        sounds: list[Sound] = []
        for part in parts:
            said = self._part(part)
            if not said:  # half a sentence would send somebody to the wrong counter
                log.info("no clip %s", part.names[-1])
                return []
            sounds += said
        return sounds

    def _part(self, part: Part) -> list[Sound]:
        found = next(filter(None, map(self._clips.find, part.names)), None)
        if found is not None:
            return [found, silence(part.pause_ms)]
        sounds = self._sentence(part.instead)
        return [*sounds, silence(part.pause_ms)] if sounds else []

    def _tell(self, *, state: State | None = None, speaking: bool | None = None) -> None:
        before = (self._state, self._speaking)
        self._state = state or self._state
        self._speaking = self._speaking if speaking is None else speaking
        if before != (self._state, self._speaking):
            self._changed()
