"""What the kiosk shows when there is no ticket to be had: closed, lost, refused; and how it comes back."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.joining.service_location import recall
from branch.contract.refusals import Refusal
from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from kiosk.shell.kiosk_app import IDLE_MS
from kiosk.visit.unconfirmed import TicketRequest
from kiosk.visit.visit import REFUSED_MS
from kiosk.visit.visit_state import Home
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen, kiosk_screen

LUNCH = {'sat = ["09:00-17:00"]': 'sat = ["09:00-12:00", "13:30-17:00"]'}
HOLIDAY = {'# "2027-01-01" = []': '"2026-11-21" = []'}


@pytest.mark.parametrize(
    ("at", "changes", "zh", "en"),
    [
        ("2026-11-21T18:05:00+08:00", {}, "现在不营业", "We are closed now"),
        ("2026-11-21T08:40:00+08:00", {}, "09:00 开始营业", "We open at 09:00"),
        ("2026-11-21T12:20:00+08:00", LUNCH, "13:30 恢复营业", "Back at 13:30"),
        ("2026-11-21T10:00:00+08:00", HOLIDAY, "现在不营业", "We are closed now"),
    ],
    ids=["night", "early", "lunch", "holiday"],
)
def test_outside_opening_hours(
    start: Start, show: Show, at: str, changes: dict[str, str], zh: str, en: str
) -> None:
    screen = show(start(at=at, changes=changes))
    screen.wait("closedTitle", zh)
    assert not screen.has("homeScreen")
    screen.tap("language-en")
    assert screen.text("closedTitle") == en
    assert screen.cut() == []


def test_it_opens_by_itself(hand: HandTime, start: Start, show: Show) -> None:
    service = start(at="2026-11-21T08:50:00+08:00")
    screen = show(service)
    screen.wait("closedScreen")
    hand.pass_seconds(9 * 60)
    assert screen.has("closedScreen")
    service.hand.pass_minutes(10)
    hand.pass_seconds(60)
    screen.wait("homeScreen")


def test_lost_says_so_gives_no_ticket_and_comes_back(screen: Screen, service: RunningService) -> None:
    service.stop()
    screen.wait("lostBanner")
    since = str(screen.kiosk.link.since)
    assert f"自 {since} 起与系统断开 · 正在重新连接" in screen.said()
    assert "暂时无法取号" in screen.said()
    assert not any("前面" in text for text in screen.said()), "counts that are stale"
    for name in ("service-A", "appointmentCard"):
        with pytest.raises(DriverError, match="not enabled"):
            driver.tap(screen.find(name))
    service.start()
    screen.gone("lostBanner")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_a_service_that_goes_during_the_tap(screen: Screen, service: RunningService) -> None:
    """The answer never comes: said so, asked again under the same key, still one ticket."""
    until(lambda: bool(screen.kiosk.link.live))
    service.stop()
    screen.kiosk.visit.check_in(_request(screen), Home())  # as if tapped just before the line was cut
    screen.wait("refusedText", "网点服务没有响应")
    assert not screen.has("retry")
    service.start()
    screen.wait("retry")
    screen.tap("retry")
    screen.wait("thanksNumber", "A001")


def test_what_was_given_up_is_nobodys_number(start: Start, show: Show) -> None:
    service = start()
    screen = show(service)
    screen.at_home()
    request = _request(screen)
    with asking(service, "kiosk") as api:
        request.ask(api)  # done, but the answer is lost on its way
    service.stop()
    screen.kiosk.visit.check_in(request, Home())
    screen.wait("refusedScreen")
    screen.tap("backHome")
    service.start()
    with asking(service, "manager") as api:
        until(lambda: [v["status"] for v in api.visits()["visits"]] == ["cancelled"])
    until(lambda: len(screen.kiosk.issuer.unconfirmed) == 0, "known to be settled")


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"last = 999": "last = 1"},
            "该业务今日的号码已全部取完",
            "All numbers of this service have been given today.",
        )
    ],
)
def test_a_refusal_is_a_screen_and_goes_home(
    start: Start, show: Show, changes: dict[str, str], zh: str, en: str
) -> None:
    service = start(changes=changes)
    with asking(service, "kiosk") as other:
        other.issue("A")
    screen = show(service)
    screen.at_home()
    # The last number went to somebody else while ours was asked for: the card alone would not let us ask.
    screen.kiosk.visit.check_in(TicketRequest("the-last", service="A", language="zh"), Home())
    screen.wait("refusedText", zh)
    screen.tap("language-en")
    assert screen.text("refusedText") == en
    assert screen.text("refusedHint") == "Please choose another service, or ask our staff."
    screen.tap("backHome")
    screen.at_home()
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")


def test_a_refusal_goes_home_by_itself(hand: HandTime, screen: Screen) -> None:
    screen.kiosk.visit.refuse(Refusal("branch-closed", ""))
    screen.wait("refusedText", "网点现在不营业")
    hand.pass_ms(REFUSED_MS - 1)
    assert screen.has("refusedScreen")
    hand.pass_ms(1)
    screen.wait("homeScreen")


def test_closed_in_the_same_moment(screen: Screen, manager: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """The card was tapped before the news came."""
    monkeypatch.setattr(screen.kiosk.home, "usable", lambda _: True)
    manager.close_service("A")
    screen.kiosk.visit.choose("A")
    screen.wait("refusedText", "该业务暂停办理")


def test_nobody_on_the_network(stack: ExitStack, qapp: object) -> None:
    screen = stack.enter_context(kiosk_screen(None, None))
    screen.wait("waitingFor", "正在寻找网点服务")
    screen.tap("language-en")
    assert screen.text("waitingFor") == "Looking for the branch service"


def test_an_address_where_nobody_is(stack: ExitStack, qapp: object) -> None:
    screen = stack.enter_context(kiosk_screen("http://127.0.0.1:9", None))
    screen.wait("waitingDetail", "正在连接 http://127.0.0.1:9，连接成功后即可取号。")
    assert screen.text("waitingFor") == "正在连接网点服务"


def test_a_token_that_is_refused(stack: ExitStack, start: Start, qapp: object) -> None:
    screen = stack.enter_context(kiosk_screen(start().url, "wrong"))
    screen.wait("waitingFor", "本机尚未获得授权")


def test_idle_gives_up_what_was_begun(hand: HandTime, screen: Screen) -> None:
    screen.tap("toggleLarge")
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    hand.pass_ms(IDLE_MS - 1)
    assert screen.has("appointmentScreen")
    hand.pass_ms(1)
    screen.wait("homeScreen")
    assert not screen.kiosk.accessibility.any
    assert screen.kiosk.precedence.segment is None


def test_settings_are_remembered_for_the_next_start(screen: Screen, service: RunningService) -> None:
    assert recall("kiosk").url == service.url


def _request(screen: Screen) -> TicketRequest:
    return TicketRequest(screen.kiosk.flow.key, service="A", language="zh")


def test_the_module_lists_all_its_files() -> None:
    """The QML module lists every type it has; pages are no types, they are loaded by their names."""
    folder = Path(__file__).resolve().parents[3] / "kiosk" / "qml" / "Kiosk"
    listed = {line.split()[-1] for line in (folder / "qmldir").read_text(encoding="utf-8").splitlines()[1:]}
    assert listed == {file.name for file in folder.glob("*.qml")}
