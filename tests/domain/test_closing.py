"""Will you be served before closing: warned or refused by the estimate, never where nobody can tell."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.estimate import Forecast
from branch.opening_hours import MINUTE
from tests.domain.branches import PLAN, at, ruled
from tests.domain.helpers import Story, called_in, did, given, issue, seat

CLOSES = at("17:00")


def evening(plan: Plan, clock: str = "16:30") -> Story:
    """One counter is open and busy."""
    return given(issue("x"), seat(1), *called_in(1), plan=plan, start=clock)


def newcomers(story: Story, most: int = 30) -> list[tuple[int, int, bool | None]]:
    """People come until one is refused: for each the ends of the wait, and whether they were warned."""
    seen: list[tuple[int, int, bool | None]] = []
    for n in range(most):
        band = Forecast(story.hall, story.now).for_newcomer("A")
        assert band is not None
        story.when(issue(f"t{n}"))
        refused = isinstance(story._answer, Refusal)
        warned = None if refused else story.hall.tickets[f"t{n}"].may_miss_closing
        seen.append((story.now + band.low, story.now + band.top, warned))
        if refused:
            story.refused("closing-too-soon")
            break
        story.given("+1s")
    return seen


def test_a_warning_when_the_long_end_passes_closing() -> None:
    seen = newcomers(evening(ruled(closing="warn")))
    assert {warned for _, _, warned in seen} == {False, True}
    assert all(warned == (high > CLOSES) for _, high, warned in seen)


def test_a_refusal_when_even_the_short_end_does() -> None:
    seen = newcomers(evening(ruled(closing="refuse")))
    assert {warned for _, _, warned in seen} == {False, True, None}
    for low, high, warned in seen:
        assert (warned is None) == (low > CLOSES)
        assert warned is None or warned == (high > CLOSES)


def test_off_says_nothing() -> None:
    assert {warned for _, _, warned in newcomers(evening(PLAN))} == {False}


def test_the_margin_counts_as_closed() -> None:
    early = ruled(closing="refuse", closing_margin=10 * MINUTE)
    given(seat(1), plan=early, start="16:49").when(issue("a")).then(did(e.TicketIssued, doubtful=False))
    given(seat(1), plan=early, start="16:51").when(issue("a")).refused("closing-too-soon")


def test_where_nobody_can_tell_nobody_is_turned_away() -> None:
    story = given(plan=ruled(closing="refuse"), start="16:59")
    story.when(issue("a")).then(did(e.TicketIssued, doubtful=False))


def test_lunch_is_not_the_end_of_the_day() -> None:
    story = evening(ruled(closing="refuse"), "11:55")
    assert {warned for _, _, warned in newcomers(story, 10)} == {False}


def test_who_goes_first_may_still_be_in_time() -> None:
    story = evening(ruled(closing="refuse"))
    newcomers(story)
    story.when(issue("old", segment="priority")).then(did(e.TicketIssued, doubtful=False))


def test_an_appointment_is_kept() -> None:
    story = evening(ruled(closing="refuse")).given(c.BookAppointment("ap", "123456", "A", at("16:40")))
    newcomers(story)
    story.when(c.CheckIn("ap", "b")).then(did(e.TicketIssued, doubtful=False), did(e.AppointmentCheckedIn))
