"""Called out of turn, with a reason: asked for, shown, and kept in the reasons and the report."""

from __future__ import annotations

from pathlib import Path

from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_words import words_for
from tests.counter.desks import Desk
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def chosen(desk: Desk, number: str) -> None:
    """Choose that row, and ask to call it."""
    desk.click(f"queueRow-{number}")
    desk.click("callChosenButton")


def test_the_reason_is_asked_shown_and_kept(desk: Desk, hall: Hall) -> None:
    first, second = hall.comes(), hall.comes()
    chosen(desk, second)
    desk.wait("callReasonTitle", f"{second} out of turn: why?")
    assert hall.status(second) == "waiting"
    desk.click("callReason-needs-care")
    desk.wait("currentNumber", second)
    assert "Out of turn · Needs care" in desk.said()
    desk.languages.use("zh")
    until(lambda: "提前叫号 · 行动不便" in desk.said(), lambda: str(desk.said()))
    desk.languages.use("en")
    row = hall.visit(second)
    assert (row["reason"], row["call_reason"]) == ("chosen", "needs-care")
    why = hall.manager.why(row["id"])["called"]
    assert why is not None
    assert (why["reason"], why["note"], why["turn"]) == ("chosen", "needs-care", first)
    branch = hall.manager.branch()
    figures = day_figures(hall.manager.visits()["visits"], branch)
    said = {words_for(branch, code).reason(reason) for code in ("en", "zh") for reason, _ in figures.reasons}
    assert said == {"Chosen by the teller · Needs care", "柜员指定 · 行动不便"}


def test_whose_turn_it_is_needs_none(desk: Desk, hall: Hall) -> None:
    first, _ = hall.comes(), hall.comes()
    chosen(desk, first)
    desk.wait("currentNumber", first)
    assert not desk.has("callReasonPanel")
    assert "Out of turn" not in desk.said()
    assert hall.visit(first)["call_reason"] is None


def test_a_call_that_is_thought_over(desk: Desk, hall: Hall) -> None:
    _, second = hall.comes(), hall.comes()
    chosen(desk, second)
    desk.wait("callReasonPanel")
    desk.key("Escape")
    desk.gone("callReasonPanel")
    assert desk.controller.work.queue.picked == ""
    chosen(desk, second)
    desk.click("callReasonCancel")
    desk.gone("callReasonPanel")
    assert hall.status(second) == "waiting"


def test_whoever_leaves_meanwhile_is_not_asked_about(desk: Desk, hall: Hall) -> None:
    _, second = hall.comes(), hall.comes()
    chosen(desk, second)
    desk.wait("callReasonPanel")
    hall.kiosk.cancel(desk.controller.work.queue.picked)
    desk.gone("callReasonPanel")
    desk.wait("messageLine", "The chosen number is no longer waiting.")


def test_the_branch_has_its_own_list_or_none(tmp_path: Path, fonts: list[str], clock: HandClock) -> None:
    own = '[counter]\ncall_reasons = [{ id = "vip", names = { zh = "贵宾", en = "Guest" } }]'
    with running_service(tmp_path / "own", sample_config({"[counter]": own}), clock) as service:
        hall, desk = Hall(service), Desk(service.url, service.tokens["counter"])
        desk.sign_in()
        _, second = hall.comes(), hall.comes()
        chosen(desk, second)
        desk.click("callReason-vip")
        desk.wait("currentNumber", second)
        assert "Out of turn · Guest" in desk.said()
        desk.close()
        hall.close()
    none = "[counter]\ncall_reasons = []"
    with running_service(tmp_path / "none", sample_config({"[counter]": none}), clock) as service:
        hall, desk = Hall(service), Desk(service.url, service.tokens["counter"])
        desk.sign_in()
        _, second = hall.comes(), hall.comes()
        chosen(desk, second)
        desk.wait("currentNumber", second)
        assert "Out of turn" in desk.said()
        desk.close()
        hall.close()
