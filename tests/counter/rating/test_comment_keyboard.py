"""A sentence on the rating window, written with a finger on its own keyboard, read by the manager alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from branch.qt.driving import driver
from tests.counter.desks import Desk
from tests.counter.rating.test_rating import passes, rated, serve
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

LEAST = 64
"""Pixels, each way, of what a customer touches here."""


def tap(desk: Desk, *names: str) -> None:
    """Touch these one after the other."""
    for name in names:
        driver.tap(desk.pad.wait(name))


def type_keys(desk: Desk, letters: str) -> None:
    """Touch the keys of these letters and marks."""
    tap(desk, *(f"key-{letter}" for letter in letters))


def begin(desk: Desk, score: int) -> None:
    """Choose a face and ask for the keyboard."""
    desk.pad.click(f"score-{score}")
    desk.pad.click("ratingWrite")
    desk.pad.wait("ratingWriting")


def choose(desk: Desk, word: str) -> None:
    """Touch the candidate that says so."""
    offered = [desk.pad.text(f"choice-{n}") for n in range(8)]
    tap(desk, f"choice-{offered.index(word)}")


def told(hall: Hall) -> list[str | None]:
    """What the manager reads in the cases."""
    return [case["text"] for case in hall.manager.cases()]


def test_a_sentence_in_chinese(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    begin(desk, 2)
    type_keys(desk, "fuwuhenhao")
    assert desk.pad.text("sentenceText") == "fuwuhenhao"
    assert desk.pad.text("choice-0") == "服务很好"
    tap(desk, "choice-0")
    type_keys(desk, ",xiexie")
    tap(desk, "key-space")
    assert desk.pad.text("sentenceText") == "服务很好\uff0c谢谢"
    tap(desk, "key-done")
    desk.pad.wait("ratingWrite", "服务很好\uff0c谢谢")
    desk.pad.click("ratingSend")
    until(lambda: rated(hall, number) == {"score": 2, "tags": []})
    assert told(hall) == ["服务很好\uff0c谢谢"]
    assert "服务很好" not in str(desk.said())


def test_a_word_at_a_time_and_a_letter_back(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    begin(desk, 1)
    type_keys(desk, "taimanx")
    tap(desk, "key-erase")
    choose(desk, "太")
    assert desk.pad.text("sentenceText") == "太man"
    choose(desk, "慢")
    tap(desk, "key-erase")
    assert desk.pad.text("sentenceText") == "太"


def test_a_sentence_in_english(desk: Desk, hall: Hall) -> None:
    serve(desk, hall, language="en")
    begin(desk, 1)
    type_keys(desk, "no")
    tap(desk, "key-space", "key-shift")
    type_keys(desk, "atm!")
    tap(desk, "key-done")
    desk.pad.click("ratingSend")
    until(lambda: told(hall) == ["No Atm!"])


def test_both_in_one_sentence(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    begin(desk, 1)
    tap(desk, "key-switch")
    type_keys(desk, "ok")
    tap(desk, "key-switch")
    type_keys(desk, "xiexie")
    tap(desk, "key-done")
    desk.pad.click("ratingSend")
    until(lambda: told(hall) == ["Ok谢谢"])


def test_whoever_types_is_not_hurried_and_what_was_typed_is_sent(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    number = serve(desk, hall)
    begin(desk, 1)
    for letters in ("xie", "xie"):
        type_keys(desk, letters)
        passes(desk, hall, clock, 15)
    desk.pad.wait("ratingWriting")
    assert rated(hall, number) is None
    passes(desk, hall, clock, 6)
    until(lambda: told(hall) == ["谢谢"])


def test_the_next_customer_finds_nothing_of_it(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    begin(desk, 1)
    type_keys(desk, "taiman")
    serve(desk, hall)
    desk.pad.click("score-5")
    desk.pad.wait("ratingWrite", "+ 写一句话")
    until(lambda: told(hall) == ["太慢"])


def test_the_sentence_has_an_end(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    begin(desk, 1)
    tap(desk, "key-switch")
    for _ in range(150):
        desk.controller.pad.writing.press("x")
    assert len(desk.pad.text("sentenceText")) == 100


def test_every_key_is_large_in_the_window_and_has_a_name(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    begin(desk, 1)
    type_keys(desk, "shi")
    desk.pad.settle()
    whole = QRectF(0, 0, desk.pad.window.width(), desk.pad.window.height())
    items = [
        i for i in driver.walk(desk.pad.window.contentItem()) if i.objectName().startswith(("key-", "choice"))
    ]
    assert len(items) == 26 + 4 + 5 + 9
    for item in items:
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        assert whole.contains(box), item.objectName()
        if item.objectName().startswith("key-"):
            assert min(box.width(), box.height()) >= LEAST, item.objectName()
        assert item.property("text"), item.objectName()
