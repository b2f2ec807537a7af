"""The real player: on the backend that plays to nobody, and on a machine where there is no device."""

from __future__ import annotations

import threading

import pytest
from miniaudio import Backend

from branch.voice import player as players
from branch.voice.player import CardPlayer
from branch.voice.sound_file import Sound
from tests.voice.recording import tone


class Ended:
    """Waits for what a player reports."""

    def __init__(self) -> None:
        self._told = threading.Event()
        self.ok: bool | None = None

    def __call__(self, ok: bool) -> None:
        assert self.ok is None, "told twice"
        self.ok = ok
        self._told.set()

    def wait(self) -> bool | None:
        assert self._told.wait(10), "the player never ended"
        return self.ok


def test_a_sound_is_played_to_its_end() -> None:
    player = CardPlayer([Backend.NULL])
    ended, probed = Ended(), Ended()
    player.play(lambda: tone(1000, 200), 50, ended)
    player.probe(probed)
    assert ended.wait() is True
    assert probed.wait() is True
    player.close()


def test_stopped_it_ends_long_before() -> None:
    player = CardPlayer([Backend.NULL])
    ended = Ended()
    player.play(lambda: tone(1000, 60_000), 100, ended)
    player.stop()
    assert ended.wait() is True
    player.close()


def test_what_is_stopped_stays_so_when_the_next_begins_at_once() -> None:
    player = CardPlayer([Backend.NULL])
    first, second = Ended(), Ended()
    player.play(lambda: tone(1000, 60_000), 100, first)
    player.stop()
    player.play(lambda: tone(1000, 100), 100, second)
    assert (first.wait(), second.wait()) == (True, True)
    player.close()


def test_without_a_device_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "has_card", lambda: False)
    player = CardPlayer()
    ended, probed = Ended(), Ended()
    player.play(lambda: tone(1000), 100, ended)
    player.probe(probed)
    assert (ended.wait(), probed.wait()) == (False, False)
    player.close()


def test_closed_it_takes_nothing_more() -> None:
    player = CardPlayer([Backend.NULL])
    player.close()
    player.play(lambda: tone(1), 100, lambda _: pytest.fail("played after its end"))


@pytest.mark.expects_log
def test_what_cannot_be_made_is_told_as_not_played(caplog: pytest.LogCaptureFixture) -> None:
    def damaged() -> Sound:
        raise RuntimeError("damaged")

    player = CardPlayer([Backend.NULL])
    ended = Ended()
    player.play(damaged, 100, ended)
    assert ended.wait() is False
    assert "a sound was not played" in caplog.text
    player.close()
