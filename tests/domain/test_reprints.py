"""Paper once more: for whom, how often, at which kiosk, and that each copy is told of."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.tickets.paper_rules import REPRINT_WAITS, to_reprint
from tests.domain.helpers import Story, called_in, did, given, issue, seat

HALL, DOOR = "hall kiosk", "door kiosk"


def again(by: str = "staff", kiosks: tuple[str, ...] | None = (), reprint: str = "r1") -> c.ReprintTicket:
    """That ticket "a" is wanted once more."""
    return c.ReprintTicket(reprint, "a", by, "counter", kiosks)


def printed(story: Story) -> str | None:
    """Which kiosk was asked."""
    kiosk: str | None = story.last(e.TicketReprinted).kiosk
    return kiosk


def test_a_customer_may_have_it_twice_and_staff_always() -> None:
    story = given(issue("a"), again("customer", None, "1"), again("customer", None, "2"))
    story.when(again("customer", None, "3")).refused("reprint-limit")
    story.when(again("staff", (HALL,), "4")).then(
        did(e.TicketReprinted, ticket="a", reprint="4", by="staff", source="counter", kiosk=HALL)
    )
    story.ticket("a", reprints=2)


@pytest.mark.parametrize("aside", [c.ParkTicket, c.MarkMissed])
def test_who_is_set_aside_may_have_it_too(aside: type[c.ParkTicket] | type[c.MarkMissed]) -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), aside(1))
    story.when(again("customer", None)).then(did(e.TicketReprinted, kiosk=None))


def test_what_is_over_needs_no_paper() -> None:
    given(issue("a"), seat(1), *called_in(), c.FinishServing(1)).when(again()).refused("ticket-ended")
    given(issue("a"), c.CancelTicket("a")).when(again()).refused("ticket-ended")
    given().when(again()).refused("unknown-ticket")
    given(issue("a")).when(again("nobody")).refused("invalid")


def test_the_kiosk_that_gave_it_prints_it() -> None:
    assert printed(given(issue("a", kiosk=HALL), again("staff", (DOOR, HALL)))) == HALL
    assert printed(given(issue("a"), again("staff", (DOOR, HALL)))) == DOOR


def test_one_that_is_not_there_or_in_trouble_is_not_asked() -> None:
    given(issue("a", kiosk=HALL)).when(again("staff", ())).refused("no-kiosk")
    trouble = c.RaiseAlert("t", kind="printer", source=HALL, detail="paper-out")
    assert printed(given(issue("a", kiosk=HALL), again("staff", (DOOR,)))) == DOOR
    assert printed(given(issue("a", kiosk=HALL), trouble, again("staff", (DOOR, HALL)))) == DOOR
    given(issue("a", kiosk=HALL), trouble).when(again("staff", (HALL,))).refused("no-paper")
    mended = given(issue("a", kiosk=HALL), trouble, c.ClearAlert("t", HALL), again("staff", (HALL,)))
    assert printed(mended) == HALL


def test_of_others_one_with_much_paper_is_asked() -> None:
    low = c.RaiseAlert("t", kind="paper-low", source=DOOR)
    assert printed(given(issue("a"), low, again("staff", (DOOR, HALL)))) == HALL
    assert printed(given(issue("a"), low, again("staff", (DOOR,)))) == DOOR


def test_a_kiosk_is_asked_until_it_has_told_and_not_for_ever() -> None:
    story = given(issue("a"), c.ConfirmPrint("a", ok=True), again("staff", (HALL,)))
    assert [one.id for one in to_reprint(story.hall, HALL, story.now)] == ["r1"]
    assert to_reprint(story.hall, DOOR, story.now) == []
    assert to_reprint(story.hall, HALL, story.now + REPRINT_WAITS) == []
    story.when(c.ConfirmPrint("a", ok=True)).then(did(e.TicketPrinted, ok=True))
    assert to_reprint(story.hall, HALL, story.now) == []
    story.when(c.ConfirmPrint("a", ok=True)).then()


def test_who_has_gone_meanwhile_is_not_printed_for() -> None:
    story = given(issue("a"), again("staff", (HALL,)), c.CancelTicket("a"))
    assert to_reprint(story.hall, HALL, story.now) == []


def test_an_undo_forgets_no_copy() -> None:
    story = given(issue("a"), seat(1), c.CallNext(1), again("customer", None), c.UndoLast(1))
    story.ticket("a", reprints=1)
