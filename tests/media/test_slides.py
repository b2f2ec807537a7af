"""The folder of slides as it is read, and whose turn it is."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branch.media.slide_folder import MOST_FRAMES, read_folder
from branch.media.slides import Rotation, Slide

TUESDAY = datetime(2026, 11, 24, 9, 30)


def slide(name: str, weight: int = 1, **more: object) -> Slide:
    """A picture of that name."""
    return Slide(name, (Path(name),), weight=weight, **more)  # type: ignore[arg-type]  # whatever the test gives


def touch(folder: Path, *names: str) -> None:
    """Files of those names; what is in them is nobody's business here."""
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"")


def turns(slides: list[Slide], count: int) -> str:
    """Who has the next turns."""
    rotation = Rotation()
    return "".join(chosen.name for _ in range(count) if (chosen := rotation.next(slides)) is not None)


def test_a_list_that_notepad_has_marked_is_read(tmp_path: Path) -> None:
    touch(tmp_path, "a.png")
    (tmp_path / "slides.toml").write_bytes(b"\xef\xbb\xbfseconds = 5\r\n[[slide]]\r\nfile = 'a.png'\r\n")
    reading = read_folder(tmp_path)
    assert (reading.problems, [slide.ms for slide in reading.slides]) == ((), [5000])


def test_turns_follow_the_weights_and_are_spread() -> None:
    assert turns([slide("a", 3), slide("b")], 8) == "aabaaaba"
    assert turns([slide("a"), slide("b"), slide("c")], 6) == "abcabc"
    assert Rotation().next([]) is None


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1))
def test_in_a_whole_round_everybody_has_as_many_turns_as_weight(weights: dict[str, int]) -> None:
    slides = [slide(name, weight) for name, weight in weights.items()]
    seen = turns(slides, 2 * sum(weights.values()))
    assert Counter(seen) == {name: 2 * weight for name, weight in weights.items()}
    if 2 * max(weights.values()) <= sum(weights.values()):
        light = {name for name, weight in weights.items() if weight == 1}
        assert all(one != other for one, other in pairwise(seen) if one in light)


def test_one_that_goes_leaves_the_others_in_order() -> None:
    rotation = Rotation()
    a, b, c = slide("a"), slide("b"), slide("c")
    names = [rotation.next(present) for present in ([a, b, c], [a, b, c], [a, b], [a, b, c], [a, b, c])]
    assert len(set(names[:2])) == 2
    assert None not in names
    assert set(names) == {a, b, c}


def test_without_a_list_everything_is_shown_in_the_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b.png", "a.JPG", "notes.txt", ".hidden.png", "film/2.png", "film/1.png", "film/readme")
    reading = read_folder(tmp_path)
    assert [s.name for s in reading.slides] == ["a.JPG", "b.png", "film"]
    assert reading.problems == ()
    film = reading.slides[2]
    assert [frame.name for frame in film.frames] == ["1.png", "2.png"]
    assert (film.frame_ms, film.ms) == (83, 8000)
    assert reading.slides[0].frame_ms == 0


def test_the_list_says_when_how_long_how_often_and_for_whom(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "b.png", *(f"film/{n:03}.png" for n in range(240)))
    (tmp_path / "slides.toml").write_text(
        """seconds = 5
        [[slide]]
        file = "a.png"
        seconds = 12
        from = 2026-10-01
        until = 2026-11-24
        days = ["tue", "wed"]
        weight = 3
        segments = ["vip"]
        [[slide]]
        file = "film"
        fps = 24
        until = 2026-11-24T09:00:00
        """,
        encoding="utf-8",
    )
    a, b, film = read_folder(tmp_path).slides
    assert (a.ms, a.weight, b.ms, b.weight) == (12_000, 3, 5000, 1)
    assert (film.ms, film.frame_ms) == (10_000, 42)  # a whole run is longer than five seconds
    assert a.due(TUESDAY, {"vip", "ordinary"})
    assert not a.due(TUESDAY)
    assert not a.due(TUESDAY.replace(day=23), {"vip"})  # a Monday
    assert a.due(TUESDAY.replace(hour=23, minute=59), {"vip"})
    assert not a.due(TUESDAY.replace(day=25), {"vip"})
    assert not a.due(TUESDAY.replace(month=9, day=29), {"vip"})
    assert b.due(TUESDAY)
    assert not film.due(TUESDAY)
    assert film.due(TUESDAY.replace(hour=9, minute=0))


def test_weight_zero_is_never_due() -> None:
    assert not slide("a", 0).due(TUESDAY)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('file = "a.png"\nfrom = "2026-10-01"', "from: Value error, must be a date"),
        ('file = "a.png"\nfrom = 2026-10-01T00:00:00Z', "has an offset"),
        ('file = "a.png"\nweigth = 2', "weigth"),
        ('file = "a.png"\ndays = ["monday"]', "days"),
        ('file = "a.png"\nseconds = 0', "seconds"),
        ('file = "../a.png"', "file"),
        ('file = "gone.png"', "which is not there"),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_is_shown(tmp_path: Path, wrong: str, says: str) -> None:
    touch(tmp_path, "a.png", "b.png")
    (tmp_path / "slides.toml").write_text(f"[[slide]]\n{wrong}\n", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert len(reading.problems) >= 1
    assert says in reading.problems[0]
    # One that may have run out is not shown; the other is as it was.
    assert [s.name for s in reading.slides if s.due(TUESDAY)][-1] == "b.png"
    if 'file = "a.png"' in wrong:
        assert not reading.slides[0].due(TUESDAY)


def test_a_list_that_cannot_be_read_leaves_it_open_what_holds(tmp_path: Path) -> None:
    touch(tmp_path, "a.png")
    for text in ("[[slide", "sconds = 3", "seconds = 'x'", "slide = 3"):
        (tmp_path / "slides.toml").write_text(text, encoding="utf-8")
        reading = read_folder(tmp_path)
        assert not reading.sure
        assert len(reading.problems) == 1


def test_a_sequence_has_a_sensible_length(tmp_path: Path) -> None:
    touch(tmp_path, *(f"long/{n:04}.png" for n in range(MOST_FRAMES + 1)), "empty/readme.txt")
    reading = read_folder(tmp_path)
    assert reading.slides == ()
    assert len(reading.problems) == 2


def test_no_folder_no_slides(tmp_path: Path) -> None:
    reading = read_folder(tmp_path / "nothing")
    assert reading.sure
    assert reading.slides == ()
    assert "there is no folder" in reading.problems[0]
