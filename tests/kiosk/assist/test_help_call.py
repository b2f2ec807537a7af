"""Calling the lobby manager from the kiosk: pending, told, seen to, and not to be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from branch.client.calls.service_api import Api
from kiosk.assist.help_call import REMIND_MS
from tests.harness.branch import PIN, RunningService
from tests.harness.clocks import HandClock
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.stage import Screen


@pytest.fixture
def staff(service: RunningService) -> Iterator[Api]:
    """A teller's program."""
    with asking(service, "counter") as api:
        yield api


def calls(staff: Api) -> list[str]:
    """The ids of the open calls that staff are told of."""
    return [alert["id"] for alert in staff.alerts() if alert["kind"] == "lobby-manager"]


def told(screen: Screen, staff: Api) -> str:
    """Call, and have it arrive; gives the call's id."""
    screen.tap("callManager")
    screen.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    (call,) = calls(staff)
    return call


SEEN_TO = "工作人员已处理您的呼叫，如仍需帮助，请再次呼叫。"


def test_a_call_that_is_cleared_and_was_never_taken_promises_nobody(screen: Screen, staff: Api) -> None:
    call = told(screen, staff)
    assert screen.text("callManager") == "已呼叫大堂经理"
    staff.clear_alert(call)
    screen.wait("helpStrip", SEEN_TO)
    assert screen.text("callManager") == "呼叫大堂经理"
    screen.tap("callManager")
    screen.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    until(lambda: calls(staff) not in ([], [call]))


def test_who_signs_out_is_on_the_way_no_more(screen: Screen, staff: Api) -> None:
    call = told(screen, staff)
    staff.open_counter(1, "0312", PIN)
    staff.take_alert(call, 1)
    screen.wait("helpStrip", "大堂经理正在赶来。")
    staff.close_counter(1)
    screen.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    assert screen.text("callManager") == "已呼叫大堂经理"
    assert calls(staff) == [call]


def test_nobody_is_on_the_way_for_ever(screen: Screen, staff: Api, service: RunningService) -> None:
    call = told(screen, staff)
    staff.take_alert(call)
    screen.wait("helpStrip", "大堂经理正在赶来。")
    service.hand.put("2026-11-21T09:40:10+08:00")
    until(lambda: "09:30 已呼叫大堂经理" in screen.text("helpStrip"))
    assert calls(staff) == [call]


def test_somebody_comes_once_a_teller_has_said_so_and_then_it_is_over(screen: Screen, staff: Api) -> None:
    call = told(screen, staff)
    staff.take_alert(call)
    screen.wait("helpStrip", "大堂经理正在赶来。")
    screen.tap("callManager")
    assert calls(staff) == [call], "another press is no second call"
    screen.wait("helpStrip", "大堂经理正在赶来。")
    staff.clear_alert(call)
    screen.gone("helpStrip")
    assert screen.text("callManager") == "呼叫大堂经理"


def test_another_press_is_no_second_call(shielded: Screen, staff: Api) -> None:
    call = told(shielded, staff)
    shielded.drum(shielded.place("callManager"), 10)
    shielded.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    assert calls(staff) == [call]


def test_a_storm_of_presses_is_one_call(shielded: Screen, staff: Api) -> None:
    shielded.drum(shielded.place("callManager"), 20)
    shielded.wait("helpStrip")
    until(lambda: len(calls(staff)) == 1)


def test_a_call_that_nobody_sees_to_may_be_repeated(
    screen: Screen, staff: Api, service: RunningService
) -> None:
    call = told(screen, staff)
    hand: HandClock = service.hand
    hand.put("2026-11-21T09:34:00+08:00")
    assert REMIND_MS < 4 * 60_000
    until(lambda: "再点一次提醒" in screen.text("helpStrip"))
    screen.tap("callManager")
    until(lambda: calls(staff) not in ([], [call]), "a call of its own")
    screen.wait("helpStrip", "09:34 已呼叫大堂经理，请在本机旁稍候。")
    assert len(calls(staff)) == 1


def test_the_words_go_with_the_customer_but_the_call_stays(screen: Screen, staff: Api) -> None:
    call = told(screen, staff)
    screen.tap("language-en")
    screen.tap("service-A")
    screen.tap("thanksHome")
    screen.at_home()
    assert not screen.has("helpStrip")
    assert calls(staff) == [call]
    assert screen.text("callManager") == "已呼叫大堂经理", "true for the next customer too"
    screen.tap("callManager")
    screen.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    assert calls(staff) == [call]


def test_without_the_service_it_says_so(screen: Screen, service: RunningService) -> None:
    service.stop()
    screen.wait("lostBanner")
    screen.tap("callManager")
    screen.wait("helpStrip", "未能通知到大堂经理，请直接找大堂工作人员。")
    assert screen.text("callManager") == "呼叫大堂经理"


def test_a_call_outlives_a_cut_and_a_restart(screen: Screen, staff: Api, service: RunningService) -> None:
    call = told(screen, staff)
    service.stop()
    screen.wait("lostBanner")
    screen.wait("helpStrip", "09:30 已呼叫大堂经理，请在本机旁稍候。")
    service.start()
    screen.gone("lostBanner")
    staff.take_alert(call)
    screen.wait("helpStrip", "大堂经理正在赶来。")


def test_a_kiosk_finds_its_open_call_when_it_starts(
    screen: Screen, service: RunningService, staff: Api
) -> None:
    with asking(service, "kiosk") as before:
        before.raise_alert("printer")
        before.raise_alert("lobby-manager")
    service.stop()
    screen.wait("lostBanner")
    service.start()
    until(lambda: screen.text("callManager") == "已呼叫大堂经理")
    assert not screen.has("helpStrip"), "its customer is not here any more"
