"""Numbers set aside for a kiosk that cannot ask: given once, told of later, in their true place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.plan.services_offered import NamedReason, Segment, Service
from tests.domain.branches import FRIDAY, MONDAY, PLAN, at
from tests.domain.helpers import Story, called_in, did, given, issue, seat

BLOCK = c.ReserveNumbers("bl", service="A", holder="kiosk")


def handed(ticket: str, n: int, clock: str = "09:00", **more: object) -> c.HandInTicket:
    return c.HandInTicket(ticket, "bl", n, at(clock), **more)  # type: ignore[arg-type]


def test_a_block_is_the_end_of_the_range() -> None:
    story = given().when(BLOCK)
    story.then(did(e.NumbersReserved, block="bl", service="A", holder="kiosk", first=950, last=999))


def test_asking_again_is_nothing_while_half_of_it_is_left() -> None:
    told = [handed(f"t{n}", n) for n in range(950, 975)]
    given(BLOCK).when(replace(BLOCK, block="other")).then()
    given(BLOCK, *told).when(replace(BLOCK, block="other")).then()
    spent = (*told, handed("t975", 975))
    given(BLOCK, *spent).when(replace(BLOCK, block="other")).then(did(e.NumbersReserved, first=900, last=949))


def test_another_kiosk_gets_other_numbers() -> None:
    given(BLOCK).when(c.ReserveNumbers("b2", service="A", holder="kiosk 2")).then(
        did(e.NumbersReserved, first=900, last=949)
    )


@pytest.mark.parametrize(("last", "size"), [(999, 50), (200, 20), (30, 3)])
def test_a_block_is_never_more_than_a_tenth(last: int, size: int) -> None:
    services = {**PLAN.services, "A": Service("A", "A", {"en": "A"}, last=last)}
    story = given(plan=replace(PLAN, services=services)).when(BLOCK)
    story.then(did(e.NumbersReserved, first=last - size + 1, last=last))


def test_the_service_gives_none_of_them_itself() -> None:
    services = {**PLAN.services, "A": Service("A", "A", {"en": "A"}, last=20)}
    story = given(BLOCK, *(issue(f"t{n}") for n in range(18)), plan=replace(PLAN, services=services))
    story.ticket("t17", number="A018")
    story.when(issue("one more")).refused("quota-reached")
    story.when(c.ReserveNumbers("b2", service="A", holder="kiosk 2")).refused("quota-reached")
    story.given(handed("x", 20)).ticket("x", number="A020")


def test_what_is_handed_in_has_its_true_place() -> None:
    story = given(BLOCK, "09:20", issue("late"), seat(1), "09:30")
    story.when(handed("early", 997, "09:10", printed=True)).then(
        did(e.TicketIssued, number="A997", issued_at=at("09:10"), block="bl"),
        did(e.TicketPrinted, ticket="early", ok=True),
    )
    story.ticket("early", issued_at=at("09:10"), queued_from=at("09:10"), printed=True)
    assert story.calls(1) == ["early", "late"]


@pytest.mark.parametrize(("clock", "counts"), [("08:00", "09:00"), ("23:00", "09:30")])
def test_a_kiosk_with_a_wrong_clock_gains_nothing(clock: str, counts: str) -> None:
    story = given(BLOCK, "09:30", handed("a", 998, clock))
    story.ticket("a", issued_at=at(counts))


def test_told_twice_is_told_once() -> None:
    given(BLOCK, handed("a", 998)).when(handed("a", 998)).then()


def test_nobody_loses_a_number_to_what_has_changed_meanwhile() -> None:
    """The branch has closed, the service too, and the language and segment are no more."""
    story = given(BLOCK, c.CloseService("A"), "17:30")
    story.when(handed("a", 998, "09:10", language="fr", segment="royal"))
    story.then(did(e.TicketIssued, language=PLAN.languages[0], segment=PLAN.default_segment))


def test_what_was_printed_is_what_is_called() -> None:
    """The prefix of the service and its range are others by the time the kiosk has told of the number."""
    service = replace(PLAN.services["A"], prefix="D", last=9999)
    changed = replace(PLAN, services={**PLAN.services, "A": service})
    story = given(BLOCK, c.AdoptPlan(changed)).when(handed("t", 950))
    story.then(did(e.TicketIssued, number="A950"))


REASONS = (NamedReason("elderly", {"en": "60 or older"}),)
WITH_REASONS = replace(
    PLAN, segments={**PLAN.segments, "priority": Segment("priority", {"en": "Priority"}, reasons=REASONS)}
)


@pytest.mark.parametrize(
    ("segment", "reason", "kept"),
    [("priority", "elderly", "elderly"), ("priority", "rich", None), ("royal", "elderly", None)],
)
def test_it_keeps_why_its_customer_goes_first(segment: str, reason: str, kept: str | None) -> None:
    """As far as the branch still knows that reason."""
    story = given(BLOCK, plan=WITH_REASONS).when(handed("a", 998, segment=segment, segment_reason=reason))
    story.then(did(e.TicketIssued, segment_reason=kept))


def test_yesterdays_block_is_no_more() -> None:
    story = given(BLOCK, "17:30", c.TurnDay(MONDAY))
    assert story.hall.day != FRIDAY
    story.when(handed("a", 998)).refused("unknown-block")


def test_it_is_a_ticket_like_any_other() -> None:
    given(BLOCK, handed("a", 998), seat(1), *called_in(1)).ticket("a", counter=1)


def test_numbers_that_run_low_are_told_once_a_day() -> None:
    story = given(c.LeaveGap("2026-11-20", {"A": PLAN.service("A").last - 52}, {}, exact=True))
    story.when(c.RunTimers()).then()
    story.given(*(issue(f"t{n}") for n in range(3)))
    raised = [event for event in run(story) if isinstance(event, e.AlertRaised)]
    assert [(event.kind, event.detail) for event in raised] == [("numbers-low", "A: 49")]
    story.given(c.ClearAlert(raised[0].alert, "manager"))
    assert run(story) == []
    story.given(c.TurnDay("2026-11-21"))
    assert story.hall.alerts == {}
    assert run(story) == []


def run(story: Story) -> list[e.Event]:
    before = len(story.history)
    story.given(c.RunTimers())
    return story.history[before:]


def test_half_of_the_range_is_left_to_those_who_come_while_there_is_a_line() -> None:
    """However many kiosks there are, or one says it is."""
    holders = [c.ReserveNumbers(f"b{n}", service="A", holder=f"kiosk {n}") for n in range(10)]
    story = given(*holders)
    story.when(c.ReserveNumbers("one more", service="A", holder="kiosk 10")).refused("quota-reached")
    assert min(block.first for block in story.hall.blocks.values()) == 500
    story.given(*(issue(f"t{n}") for n in range(499)))
    story.ticket("t498", number="A499")
