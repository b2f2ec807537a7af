"""The comparison with what is kept in files: what it lets pass, and what it tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.harness import golden
from tests.harness.golden import SHRINK, VARIABLE, check_complete, check_document, check_picture


def screen(*, clock: str = "03:42", label: str = "Serving", wide: int = 420) -> Image.Image:
    """The small copy of a picture of a screen with a clock and a label."""
    picture = Image.new("RGB", (wide, 760), "#f4f3ee")
    draw = ImageDraw.Draw(picture)
    draw.text((340, 80), clock, fill="#12202b", font_size=18)
    draw.text((20, 80), label, fill="#12202b", font_size=30)
    return picture.reduce(SHRINK)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What differs is left in the test's own folder; whether these tests renew anything is their business."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(golden, "SEEN", tmp_path / "seen")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture that was taken for good."""
    monkeypatch.setenv(VARIABLE, "1")
    file = tmp_path / "golden" / "a.png"
    check_picture(file, screen())
    monkeypatch.delenv(VARIABLE)
    return file


def test_the_same_screen_a_second_later_is_the_same(kept: Path, tmp_path: Path) -> None:
    check_picture(kept, screen(clock="03:43"))


@pytest.mark.parametrize("change", [{"label": "Called, and more"}, {"label": ""}, {"wide": 400}])
def test_another_screen_is_told_and_left_to_look_at(
    kept: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    made = screen(**change)  # type: ignore[arg-type]  # its own words
    with pytest.raises(pytest.fail.Exception, match="a looks different"):
        check_picture(kept, made)
    assert (tmp_path / "seen" / "a.png").exists()


def test_a_picture_that_was_never_taken_is_told(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="is not there"):
        check_picture(tmp_path / "golden" / "b.png", screen())


def test_what_is_kept_is_what_is_made(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_complete(kept.parent, ["a", "other"], ("a",))
    with pytest.raises(AssertionError):
        check_complete(kept.parent, ["ab"], ("a",))
    monkeypatch.setenv(VARIABLE, "1")
    with pytest.raises(AssertionError):
        check_complete(kept.parent, ["ab"], ("a",))
    assert not kept.exists()


def test_a_renewal_leaves_alone_what_looks_the_same(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that git shows what has changed, and nothing else."""
    before = kept.stat().st_mtime_ns
    monkeypatch.setenv(VARIABLE, "1")
    check_picture(kept, screen(clock="03:44"))
    assert kept.stat().st_mtime_ns == before


def test_json_that_differs_is_told_line_by_line_and_taken_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "golden" / "ticket.json"
    monkeypatch.setenv(VARIABLE, "1")
    check_document(file, {"number": "A001"})
    monkeypatch.delenv(VARIABLE)
    check_document(file, {"number": "A001"})
    with pytest.raises(pytest.fail.Exception, match=r'(?s)ticket has changed.*-.*"A001".*\+.*"A002"'):
        check_document(file, {"number": "A002"})
    assert "A001" in file.read_text(encoding="utf-8")
