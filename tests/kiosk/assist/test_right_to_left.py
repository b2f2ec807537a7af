"""Arabic: chosen as any other language, read from right to left, and gone with the customer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from branch.devices.printers.slip_texts import paper_language
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.promises import broken
from tests.kiosk.stage import Screen
from tools import translations

WITH_ARABIC = {'languages = ["zh", "en"]': 'languages = ["zh", "en", "ar"]'}


@pytest.fixture
def arabic(start: Start, show: Show) -> Screen:
    """A kiosk that speaks Arabic, at home."""
    service = start(changes=WITH_ARABIC)
    open_counters(service, 1, 2)
    screen = show(service)
    screen.at_home()
    screen.service = service  # type: ignore[attr-defined]  # for the tests
    screen.tap("language-more")
    screen.wait("sheet-ar", "العربية")
    screen.tap("sheet-ar")
    screen.wait("pageTitle", "اختر الخدمة")
    return screen


def middle_of(screen: Screen, name: str) -> int:
    """How far from the left its middle is."""
    return screen.place(name).x()


def test_home_is_mirrored_and_whole(arabic: Screen) -> None:
    assert middle_of(arabic, "service-A") > middle_of(arabic, "service-B")
    assert middle_of(arabic, "toggleLarge") > middle_of(arabic, "callManager")
    assert middle_of(arabic, "language-ar") < arabic.window.width() / 2
    assert "Cash" in arabic.said(), "a name without Arabic is said in English"
    assert broken(arabic.window) == []
    arabic.tap("language-zh")
    until(lambda: middle_of(arabic, "service-A") < middle_of(arabic, "service-B"))


def test_codes_are_typed_from_left_to_right(arabic: Screen) -> None:
    arabic.tap("appointmentCard")
    arabic.wait("appointmentScreen")
    arabic.gone("shield")
    assert middle_of(arabic, "key-2") < middle_of(arabic, "key-9")
    assert middle_of(arabic, "backHome") > arabic.window.width() / 2
    arabic.tap("key-K")
    arabic.tap("key-7")
    assert arabic.text("appointmentCode") == "K7"


def test_the_staffs_digits_too(arabic: Screen) -> None:
    arabic.kiosk.staff.enter("pin")
    arabic.wait("staffKey-1")
    assert middle_of(arabic, "staffKey-1") < middle_of(arabic, "staffKey-3")


def test_a_number_is_taken_and_the_next_customer_reads_from_the_left(arabic: Screen) -> None:
    arabic.tap("service-A")
    arabic.wait("thanksNumber", "A001")
    assert "لا أحد أمامك" in arabic.text("thanksWait")
    assert broken(arabic.window) == []
    with asking(arabic.service, "manager") as api:  # type: ignore[attr-defined]  # put there by the fixture
        assert [visit["language"] for visit in api.visits()["visits"]] == ["ar"]
    arabic.tap("thanksHome")
    arabic.wait("pageTitle", "请选择要办理的业务")
    arabic.at_home()
    assert middle_of(arabic, "service-A") < middle_of(arabic, "service-B")


def test_paper_is_in_a_language_that_it_can_be_set_in() -> None:
    assert [paper_language(code) for code in ("ar", "xx", "en", "zh-TW", "zh-HK")] == [
        *("en", "en", "en", "zh-TW", "zh-HK")
    ]


def test_nothing_of_the_kiosk_is_left_in_english() -> None:
    assert translations.missing() == []


def test_traditional_chinese_is_as_complete_as_simplified(tmp_path: Path) -> None:
    shutil.copy(translations.FOLDER / "zh_CN.ts", tmp_path)
    translations.convert(tmp_path)
    made, shipped = (translations.messages(folder / "zh_TW.ts") for folder in (tmp_path, translations.FOLDER))
    assert made == shipped
    assert all(shipped.values())
