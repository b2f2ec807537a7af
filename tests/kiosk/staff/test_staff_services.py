"""A service is switched off at the kiosk with a reason that everybody can read, and on again."""

from __future__ import annotations

from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.staff.test_staff_menu import enter
from tests.kiosk.stage import Screen

REASON = '{ id = "flood", names = { zh = "柜台检修", en = "Counter under repair" } }'
OWN = f"close_reasons = [{REASON}]\n\n[branch]"


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered is this test's own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


def switches(screen: Screen) -> None:
    """In the staff menu, at the services."""
    enter(screen)
    screen.tap("staffServices")


def state_of(api: Api, service: str) -> tuple[bool, str | None]:
    """Whether it is open, and why not."""
    states = {state["id"]: state for state in api.snapshot()["hall"]["services"]}
    return states[service]["open"], states[service]["reason"]


def test_closed_with_a_reason_and_opened(screen: Screen, manager: Api) -> None:
    switches(screen)
    screen.tap("staffService-B")
    screen.wait("staffClosing", "个人非现金")
    assert state_of(manager, "B") == (True, None), "nothing is closed before it is said why"
    screen.tap("staffReason-maintenance")
    until(lambda: state_of(manager, "B") == (False, "maintenance"))
    until(lambda: screen.text("staffService-B") == "个人非现金：已停办（系统维护），点按恢复")
    screen.tap("staffBack")
    screen.tap("staffBack")
    screen.at_home()
    assert "暂停办理 · 系统维护" in screen.said()
    screen.tap("language-en")
    assert "Closed for now · System maintenance" in screen.said()
    switches(screen)
    screen.tap("staffService-B")
    until(lambda: state_of(manager, "B") == (True, None))


def test_back_from_the_reasons_closes_nothing(screen: Screen, manager: Api) -> None:
    switches(screen)
    screen.tap("staffService-B")
    screen.wait("staffReason-nobody")
    screen.tap("staffBack")
    screen.wait("staffService-B")
    assert state_of(manager, "B") == (True, None)


def test_the_branchs_own_reasons(start: Start, show: Show) -> None:
    service = start(changes={"[branch]": OWN})
    screen = show(service)
    screen.at_home()
    switches(screen)
    screen.tap("staffService-C")
    screen.wait("staffReason-flood")
    assert not screen.has("staffReason-maintenance")
    screen.tap("staffReason-flood")
    with asking(service, "manager") as api:
        until(lambda: state_of(api, "C") == (False, "flood"))


def test_without_the_service_it_is_refused_in_words(screen: Screen, service: RunningService) -> None:
    switches(screen)
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    screen.tap("staffService-B")
    screen.wait("staffSwitchError", "无法连接网点服务")
    assert not screen.has("staffReason-maintenance")
    service.start()
    until(lambda: bool(screen.kiosk.link.live))
    screen.tap("staffService-B")
    screen.wait("staffReason-maintenance")
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    screen.tap("staffReason-maintenance")
    screen.wait("staffSwitchError", "无法连接网点服务")


def test_what_an_app_says_in_its_own_words_stands_as_it_is(screen: Screen, manager: Api) -> None:
    manager.close_service("B", "消防演习")
    until(lambda: "暂停办理 · 消防演习" in screen.said())
