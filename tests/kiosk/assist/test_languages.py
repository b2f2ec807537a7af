"""More languages than two: offered by the branch, chosen in a sheet over whatever screen there is."""

from __future__ import annotations

import pytest

from branch.client.calls.service_api import Api
from branch.devices.printers.slip_texts import texts_for
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen

THREE = {'languages = ["zh", "en"]': 'languages = ["zh", "en", "zh-TW"]'}


@pytest.fixture
def three(start: Start, show: Show) -> Screen:
    """A kiosk of a branch with three languages."""
    service = start(changes=THREE)
    open_counters(service, 1, 2)
    screen = show(service)
    screen.at_home()
    screen.service = service  # type: ignore[attr-defined]  # for the tests
    return screen


def manager_of(screen: Screen) -> list[str]:
    """The languages of the day's tickets."""
    api: Api
    with asking(screen.service, "manager") as api:  # type: ignore[attr-defined]  # put there by the fixture
        return [visit["language"] for visit in api.visits()["visits"]]


def test_a_branch_of_two_needs_no_sheet(screen: Screen) -> None:
    assert not screen.has("language-more")


def test_the_third_is_in_the_sheet_and_on_the_ticket(three: Screen) -> None:
    assert not three.has("language-zh-TW")
    three.tap("language-more")
    three.wait("sheet-zh-TW", "繁體中文")
    three.tap("sheet-zh-TW")
    three.wait("pageTitle", "請選擇要辦理的業務")
    assert not three.has("languageSheet")
    assert three.has("language-zh-TW"), "the language in use is always to be seen"
    assert "个人现金" in three.said(), "a name without Traditional Chinese falls back to zh"
    three.tap("service-A")
    three.wait("thanksNumber", "A001")
    assert manager_of(three) == ["zh-TW"]


def test_the_step_stays(three: Screen) -> None:
    three.tap("appointmentCard")
    three.wait("appointmentScreen")
    three.tap("key-K")
    three.tap("language-more")
    three.tap("sheet-zh-TW")
    three.gone("languageSheet")
    assert three.has("appointmentScreen")
    assert three.text("appointmentCode") == "K"


def test_the_sheet_goes_without_a_choice_and_with_the_customer(three: Screen) -> None:
    three.tap("language-more")
    three.tap("sheetClose")
    three.gone("languageSheet")
    three.tap("language-more")
    three.wait("languageSheet")
    three.kiosk.give_up()  # what the timer of an untouched screen calls
    three.gone("languageSheet")
    assert three.kiosk.languages.code == "zh"


def test_the_next_customer_has_the_first_language_again(three: Screen) -> None:
    three.tap("language-more")
    three.tap("sheet-zh-TW")
    three.tap("service-A")
    three.tap("thanksHome")
    three.at_home()
    until(lambda: three.text("pageTitle") == "请选择要办理的业务")
    assert not three.has("language-zh-TW")


def test_the_paper_has_traditional_words() -> None:
    assert "過號" in texts_for("zh-TW").missed
    assert texts_for("zh-HK") is texts_for("zh")
    assert texts_for("ar") is texts_for("en")
