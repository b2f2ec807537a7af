"""The order of announcements, alone."""

from __future__ import annotations

from branch.voice.announcer import Announcement, Announcer


def of(*keys: str, repeat: int = 1, urgent: bool = False) -> list[Announcement]:
    return [Announcement(key, (), repeat=repeat, urgent=urgent) for key in keys]


def drain(announcer: Announcer) -> list[str]:
    """Everything it says from now on; * is the chime."""
    said = []
    while (begun := announcer.begin()) is not None:
        announcement, chimes = begun
        said.append("*" * chimes + announcement.key)
        while (again := announcer.over()) is not None:
            said.append(again.key)
    return said


def test_each_is_said_once_in_order_and_in_a_rush_under_one_chime() -> None:
    announcer = Announcer()
    for announcement in of("A", "B", "C"):
        announcer.add(announcement)
    assert drain(announcer) == ["*A", "B", "C"]
    announcer.add(of("D")[0])
    assert drain(announcer) == ["*D"]


def test_the_one_that_is_spoken_is_never_cut() -> None:
    announcer = Announcer()
    announcer.add(of("A")[0])
    announcer.begin()
    announcer.add(of("B", urgent=True)[0])
    assert announcer.begin() is None
    assert announcer.current is not None
    assert announcer.current.key == "A"


def test_it_is_repeated_only_while_no_other_waits() -> None:
    announcer = Announcer()
    for announcement in of("A", "B", repeat=3):
        announcer.add(announcement)
    assert drain(announcer) == ["*A", "B", "B", "B"]


def test_an_urgent_one_goes_before_those_that_wait_with_its_chime() -> None:
    announcer = Announcer()
    for announcement in (*of("A", "B"), *of("U", "V", urgent=True)):
        announcer.add(announcement)
    assert drain(announcer) == ["*U", "*V", "A", "B"]


def test_cleared_it_says_nothing() -> None:
    announcer = Announcer()
    announcer.add(of("A")[0])
    announcer.clear()
    assert drain(announcer) == []
