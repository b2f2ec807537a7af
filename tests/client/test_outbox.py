"""What every user of the outbox can rely on: in order, once, until the service has taken it or said no."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

import pytest

from branch.client.deliveries import (
    Error,
    OutboxFile,
    any_order,
    never,
    one_by_one,
    refused,
    refused_or_senseless,
)
from branch.client.local_store import FOLDER_VARIABLE
from branch.client.outbox import Outbox
from branch.client.responses import BadAnswer, Unavailable, Unreachable
from branch.contract.refusals import Refusal
from tests.client.scripted_line import ScriptedLine, Word

CUT = Unreachable("cut")
NO = Refusal("too-late", "too late")


@pytest.fixture
def line() -> ScriptedLine:
    """A line that is there."""
    return ScriptedLine()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder of this test's own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    return tmp_path / "settings"


def words() -> OutboxFile[Word]:
    """The shelf of these tests."""
    return OutboxFile("words.json", "words", Word)


def outbox_of(line: ScriptedLine, **rules: Any) -> Outbox[Word]:
    """An outbox, or the same one after a new start."""
    return Outbox(line, words(), **rules)


def put(outbox: Outbox[Word], *keys: str) -> None:
    """Tell those later."""
    for key in keys:
        outbox.put(Word(key))


def test_one_by_one_in_the_order_of_putting(line: ScriptedLine) -> None:
    outbox = outbox_of(line, lane=one_by_one)
    put(outbox, "a", "b", "c")
    assert len(line.under_way) == 1
    line.answer_all()
    assert line.told == ["a", "b", "c"]
    assert not outbox.waiting


def test_in_any_order_all_are_under_way_at_once(line: ScriptedLine) -> None:
    outbox = outbox_of(line, lane=any_order)
    put(outbox, "a", "b", "c")
    assert len(line.under_way) == 3
    line.fail(CUT)
    line.answer_all()
    assert [word.key for word in outbox.waiting] == ["a"]


def test_lanes_know_nothing_of_each_other(line: ScriptedLine) -> None:
    outbox = outbox_of(line, lane=lambda word: word.topic)
    for key in ("x1", "y1", "x2"):
        outbox.put(Word(key, key[0]))
    line.fail(CUT)
    line.answer_all()
    assert line.told == ["y1"]
    line.pass_time(2_000)
    line.answer_all()
    assert line.told == ["y1", "x1", "x2"]


def test_without_a_line_it_waits_for_one(line: ScriptedLine) -> None:
    line.live = False
    outbox = outbox_of(line)
    put(outbox, "a", "b")
    assert line.under_way == []
    line.come_back()
    line.answer_all()
    assert line.told == ["a", "b"]


def test_told_once_though_the_answer_was_lost(line: ScriptedLine) -> None:
    outbox = outbox_of(line)
    put(outbox, "a", "b")
    line.fail(CUT, done=True)
    line.pass_time(2_000)
    line.answer_all()
    assert line.told == ["a", "b"]


def test_the_same_key_is_the_same_thing(line: ScriptedLine) -> None:
    outbox = outbox_of(line)
    put(outbox, "a", "a")
    line.answer_all()
    assert line.told == ["a"]


def test_another_try_comes_after_the_pause_and_not_before(line: ScriptedLine) -> None:
    outbox = outbox_of(line, again_ms=5_000)
    put(outbox, "a")
    line.fail(CUT)
    outbox.tick()
    line.pass_time(4_999)
    assert line.under_way == []
    line.pass_time(1)
    assert len(line.under_way) == 1


def test_what_cannot_wait_is_sent_at_once(line: ScriptedLine) -> None:
    outbox = outbox_of(line, lane=any_order, again_ms=60_000)
    put(outbox, "a")
    line.fail(CUT)
    put(outbox, "b")
    assert line.under_way == []
    outbox.put(Word("c"), at_once=True)
    assert len(line.under_way) == 3


def test_a_no_is_heard_and_the_next_goes(line: ScriptedLine) -> None:
    heard: list[tuple[str, str]] = []
    outbox = outbox_of(line, gives_up=refused, on_given_up=lambda w, e: heard.append((w.key, e.args[0])))
    put(outbox, "a", "b")
    line.fail(NO)
    line.answer()
    assert [key for key, _ in heard] == ["a"]
    assert line.told == ["b"]
    assert not outbox.waiting


@pytest.mark.parametrize("error", [CUT, Unavailable("storage-full", "full"), BadAnswer("what?")])
def test_trouble_with_the_line_is_no_no(line: ScriptedLine, error: Error) -> None:
    outbox = outbox_of(line, gives_up=refused)
    put(outbox, "a")
    for _ in range(50):
        line.fail(error)
        line.pass_time(2_000)
    line.answer()
    assert line.told == ["a"]


def test_what_makes_no_sense_can_be_a_no(line: ScriptedLine) -> None:
    outbox = outbox_of(line, gives_up=refused_or_senseless)
    put(outbox, "a", "b")
    line.fail(BadAnswer("what?"))
    line.answer_all()
    assert line.told == ["b"]


def test_some_things_are_never_given_up(line: ScriptedLine) -> None:
    outbox = outbox_of(line, gives_up=never)
    put(outbox, "alarm")
    for _ in range(50):
        line.fail(NO)
        line.pass_time(2_000)
    line.answer()
    assert line.told == ["alarm"]


def test_what_is_too_old_is_told_to_nobody(line: ScriptedLine) -> None:
    line.live = False
    outbox = outbox_of(line, too_old=lambda word, now: word.key == "a" and now > 1_060_000)
    put(outbox, "a", "b")
    line.pass_time(60_001)
    line.come_back()
    line.answer_all()
    assert line.told == ["b"]
    assert not words().load()


def test_what_waits_outlasts_the_app(line: ScriptedLine) -> None:
    line.live = False
    put(outbox_of(line), "a", "b")
    line = ScriptedLine()
    outbox = outbox_of(line)
    assert [word.key for word in outbox.waiting] == ["a", "b"]
    line.pass_time(0)
    line.answer_all()
    assert line.told == ["a", "b"]


def test_without_a_shelf_nothing_is_written(line: ScriptedLine, folder: Path) -> None:
    outbox = Outbox[Word](line)
    put(outbox, "a")
    line.answer()
    assert line.told == ["a"]
    assert not folder.exists()


def test_the_file_holds_what_waits_and_goes_when_nothing_does(line: ScriptedLine, folder: Path) -> None:
    outbox = outbox_of(line)
    put(outbox, "a")
    held = json.loads((folder / "words.json").read_text("utf-8"))
    assert held == {"words": [{"key": "a", "topic": "", "text": ""}]}
    line.answer()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"words": 1}', '{"words": [{"topic": "x"}]}', "\xff"])
def test_a_damaged_file_is_one_line_and_an_empty_outbox(
    line: ScriptedLine, folder: Path, caplog: pytest.LogCaptureFixture, content: str
) -> None:
    folder.mkdir()
    (folder / "words.json").write_bytes(content.encode("latin-1"))
    with caplog.at_level(logging.WARNING):
        outbox = outbox_of(line)
    assert outbox.waiting == ()
    (message,) = caplog.messages
    assert "words.json" in message
    assert "\n" not in message
    put(outbox, "a")
    assert [word.key for word in words().load()] == ["a"]


def test_a_newer_programs_fields_are_left_out(line: ScriptedLine, folder: Path) -> None:
    folder.mkdir()
    (folder / "words.json").write_text(json.dumps({"words": [{"key": "a", "mood": "glad"}]}), "utf-8")
    assert [word.key for word in outbox_of(line).waiting] == ["a"]


def test_a_full_disk_is_said_and_loses_nothing(line: ScriptedLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    said: list[OSError] = []
    line.live = False
    outbox = outbox_of(line, on_unsafe=said.append)
    put(outbox, "a")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        put(outbox, "b")
    assert [error.errno for error in said] == [28]
    assert [word.key for word in words().load()] == ["a"]
    put(outbox, "c")
    assert [word.key for word in words().load()] == ["a", "b", "c"]
    line.come_back()
    line.answer_all()
    assert line.told == ["a", "b", "c"]


def test_the_owner_hears_before_the_disk_forgets(line: ScriptedLine) -> None:
    heard: list[tuple[object, list[str]]] = []
    outbox = outbox_of(
        line, on_taken=lambda _, answer: heard.append((answer, [w.key for w in words().load()]))
    )
    put(outbox, "a")
    line.answer()
    assert heard == [("a taken", ["a"])]
    assert not words().load()


def test_the_owner_may_put_and_discard_while_it_hears(line: ScriptedLine) -> None:
    def also(word: Word, _: Error) -> None:
        outbox.discard(lambda other: other.topic == word.topic)
        outbox.put(Word("instead"))

    outbox = outbox_of(line, on_given_up=also)
    for key in ("x1", "y1", "x2"):
        outbox.put(Word(key, key[0]))
    line.fail(NO)
    line.answer_all()
    assert line.told == ["y1", "instead"]


def test_only_what_the_service_cannot_know_counts_as_unsent(line: ScriptedLine) -> None:
    line.live = False
    outbox = outbox_of(line)
    put(outbox, "a")
    assert outbox.is_unsent("a")
    assert not outbox_of(ScriptedLine()).is_unsent("a")  # an earlier run may have sent it
    line.come_back()
    assert not outbox.is_unsent("a")
    line.fail(Unavailable("storage-full", "full"))
    assert outbox.is_unsent("a")
    line.pass_time(2_000)
    line.fail(CUT)
    assert not outbox.is_unsent("a")


def test_what_is_not_under_way_can_be_said_otherwise(line: ScriptedLine) -> None:
    line.live = False
    outbox = outbox_of(line)
    put(outbox, "a")
    assert outbox.replace(Word("a", text="better"))
    assert not outbox.replace(Word("b"))
    assert [word.text for word in words().load()] == ["better"]
    line.come_back()
    assert not outbox.replace(Word("a", text="too late"))


def test_a_closed_outbox_sends_and_writes_nothing(line: ScriptedLine) -> None:
    outbox = outbox_of(line)
    put(outbox, "a", "b")
    outbox.close()
    line.answer()
    put(outbox, "c")
    line.come_back()
    assert line.under_way == []
    assert [word.key for word in words().load()] == ["a", "b"]


def test_changes_are_told(line: ScriptedLine) -> None:
    counts: list[int] = []
    outbox: Outbox[Word] = outbox_of(line, on_changed=lambda: counts.append(len(outbox)))
    put(outbox, "a", "b")
    line.fail(CUT)
    assert counts == [1, 2, 2]
    line.pass_time(2_000)
    line.answer_all()
    assert counts == [1, 2, 2, 1, 0]


def test_nothing_of_a_delivery_is_logged(line: ScriptedLine, caplog: pytest.LogCaptureFixture) -> None:
    outbox = outbox_of(line)
    outbox.put(Word("a", text="secret"))
    with caplog.at_level(logging.DEBUG):
        line.fail(CUT)
        line.pass_time(2_000)
        line.fail(NO)
    assert "secret" not in caplog.text
    assert caplog.messages == ["word waits to be told: cut", "word is given up: too-late"]
