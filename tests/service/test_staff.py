"""The staff door: wrong PINs lock a person at the device where they are tried, and then the device."""

from __future__ import annotations

from collections import Counter

import pytest

from branch.domain.kernel.refusals import Refusal
from branch.service.access.guessing import (
    DEVICE_TRIES,
    LOCKED_S,
    LONGEST_LOCK_S,
    TRIES,
    PinCheck,
    hash_pin,
)
from tests.service.asking import together

PIN = "2580"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def hashed() -> str:
    return hash_pin(PIN)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(hashed: str, clock: Clock) -> PinCheck:
    return PinCheck({"0312": hashed, "0288": hashed, "new": ""}, clock)


def says(door: PinCheck, staff: str, pin: str, device: str = "counter 1") -> str:
    """The code of the refusal, or "in"."""
    try:
        door.check(staff, pin, device, device)
    except Refusal as refusal:
        return refusal.code
    return "in"


def test_right_wrong_and_unknown(door: PinCheck) -> None:
    assert says(door, "0312", PIN) == "in"
    assert says(door, "0312", "0000") == "wrong-pin"
    assert says(door, "0312", PIN + " ") == "wrong-pin"
    assert says(door, "nobody", PIN) == "wrong-pin", "who works here is told to nobody"


@pytest.mark.parametrize("pin", ["$", PIN, "0" * 64])
def test_a_number_without_a_pin_lets_nobody_in(door: PinCheck, pin: str) -> None:
    assert says(door, "new", pin) == "wrong-pin"


def test_five_wrong_ones_lock_that_number(door: PinCheck) -> None:
    assert [says(door, "0312", "0000") for _ in range(TRIES)] == ["wrong-pin"] * TRIES
    assert says(door, "0312", "0000") == "staff-locked"
    assert says(door, "0312", PIN) == "staff-locked", "also with the right one: a lock tells nothing"
    assert says(door, "0288", PIN) == "in"
    assert says(door, "0288", "0000") == "wrong-pin"


def test_a_lock_ends(door: PinCheck, clock: Clock) -> None:
    for _ in range(TRIES):
        says(door, "0312", "0000")
    clock.now += LOCKED_S - 0.1
    assert says(door, "0312", PIN) == "staff-locked"
    clock.now += 0.1
    assert says(door, "0312", "0000") == "wrong-pin"
    assert says(door, "0312", PIN) == "in"


def test_a_lock_says_how_many_seconds_are_left(door: PinCheck, clock: Clock) -> None:
    for _ in range(TRIES):
        says(door, "0312", "0000")
    for passed, left in ((0.0, 60), (17.2, 43), (42.7, 1)):
        clock.now += passed
        with pytest.raises(Refusal) as told:
            door.check("0312", PIN, "counter 1")
        assert told.value.wait_s == left


def test_asking_while_locked_does_not_lengthen_the_lock(door: PinCheck, clock: Clock) -> None:
    for _ in range(TRIES):
        says(door, "0312", "0000")
    for _ in range(10):
        clock.now += LOCKED_S / 10
        says(door, "0312", "0000")
    assert says(door, "0312", PIN) == "in"


def test_the_right_one_wipes_the_slate(door: PinCheck) -> None:
    for _ in range(3):
        for _ in range(TRIES - 1):
            assert says(door, "0312", "0000") == "wrong-pin"
        assert says(door, "0312", PIN) == "in"


def test_guesses_at_the_same_time_count_one_by_one(door: PinCheck) -> None:
    answers: list[str] = []
    together(*[lambda: answers.append(says(door, "0312", "0000"))] * 24)
    assert Counter(answers) == {"wrong-pin": TRIES, "staff-locked": 24 - TRIES}
    assert says(door, "0288", PIN) == "in"


def test_guesses_at_one_device_keep_nobody_out_at_another(door: PinCheck) -> None:
    for _ in range(2 * DEVICE_TRIES):
        says(door, "0312", "0000", "kiosk")
    assert says(door, "0312", PIN, "kiosk") == "staff-locked"
    assert says(door, "0312", PIN) == "in"


def test_a_device_that_guesses_at_many_is_locked_for_all(hashed: str, clock: Clock) -> None:
    door = PinCheck({f"s{number}": hashed for number in range(DEVICE_TRIES + 1)}, clock)
    for number in range(DEVICE_TRIES):
        assert says(door, f"s{number}", "0000", "kiosk") == "wrong-pin"
    assert says(door, f"s{DEVICE_TRIES}", PIN, "kiosk") == "staff-locked"
    assert says(door, f"s{DEVICE_TRIES}", PIN) == "in"


def test_each_lock_lasts_longer_than_the_one_before(door: PinCheck, clock: Clock) -> None:
    for lasts in (LOCKED_S, 2 * LOCKED_S, 4 * LOCKED_S, 8 * LOCKED_S, LONGEST_LOCK_S, LONGEST_LOCK_S):
        for _ in range(TRIES):
            assert says(door, "0312", "0000") == "wrong-pin"
        with pytest.raises(Refusal) as told:
            door.check("0312", PIN, "counter 1")
        assert told.value.wait_s == lasts
        clock.now += lasts
    assert says(door, "0312", PIN) == "in"


def test_a_lock_is_told_once(door: PinCheck, clock: Clock) -> None:
    told: list[tuple[str, str]] = []
    door.on_lock = lambda name, staff: told.append((name, staff))
    for _ in range(3 * TRIES):
        says(door, "0312", "0000", "kiosk 2")
    assert told == [("kiosk 2", "0312")]
    assert says(door, "0288", PIN) == "in"
    assert told == [("kiosk 2", "0312")]


def test_many_at_the_door_at_once(hashed: str) -> None:
    names = [f"s{number}" for number in range(16)]
    door = PinCheck(dict.fromkeys(names, hashed))
    answers: dict[str, str] = {}

    def enter(name: str) -> None:
        answers[name] = says(door, name, PIN if int(name[1:]) % 2 else "0000", f"at {name}")

    together(*[lambda name=name: enter(name) for name in names])
    assert answers == {name: "in" if int(name[1:]) % 2 else "wrong-pin" for name in names}
