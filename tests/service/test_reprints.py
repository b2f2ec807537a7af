"""Paper once more over HTTP: which kiosk is asked, what it is told, and the honest "no"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from branch.service.access.device_tokens import DeviceTokens
from tests.harness.waiting import until
from tests.service.asking import TICKET, Asker, is_problem
from tests.service.listening import Feed


@contextmanager
def listening(asker: Asker, query: str = "?prints=true", role: str = "kiosk") -> Iterator[Feed]:
    """A kiosk that follows the feed and has a printer, unless ``query`` says otherwise."""
    with Feed(asker.running, role, query) as feed:
        yield feed


@pytest.fixture
def ticket(asker: Asker) -> str:
    """A ticket that the kiosk "test kiosk" gave."""
    made: str = asker.answer("/v1/tickets", {"service": "A"}, role="kiosk")["id"]
    return made


def reprint(ticket: str) -> str:
    """Where it is asked for."""
    return f"/v1/tickets/{ticket}/reprint"


def asked(asker: Asker) -> list[str]:
    """The numbers that the kiosk is asked to print."""
    found = asker.get("/v1/reprints", role="kiosk").json()["reprints"]
    return [one["ticket"]["number"] for one in found]


@pytest.mark.parametrize("role", ["counter", "manager"])
def test_staff_ask_and_the_kiosk_learns_what_to_print(asker: Asker, ticket: str, role: str) -> None:
    with listening(asker) as feed:
        answer = asker.answer(reprint(ticket), role=role)
        assert set(answer) == {"ticket", "kiosk"}
        assert set(answer["ticket"]) == TICKET
        assert (answer["kiosk"], answer["ticket"]["number"]) == ("test kiosk", "A001")
        feed.wait_for(lambda: feed.of("TicketReprinted"))
        told = feed.of("TicketReprinted")[0].data
        assert (told["ticket"]["number"], told["by"], told["kiosk"]) == ("A001", "staff", "test kiosk")
        assert ticket not in str(told), "the id opens the customer's page"
    (one,) = asker.get("/v1/reprints", role="kiosk").json()["reprints"]
    assert set(one) == {"id", "ticket"}
    assert set(one["ticket"]) == TICKET
    assert one["ticket"]["id"] == ticket
    asker.answer(f"/v1/tickets/{ticket}/printed", {"ok": True}, role="kiosk")
    assert asked(asker) == []


def test_the_teller_hears_what_came_of_it(asker: Asker, ticket: str) -> None:
    path = f"/v1/tickets/{ticket}/printed"
    asker.answer(path, {"ok": True}, role="kiosk")
    with listening(asker), listening(asker, "", "counter") as teller:
        for ok in (True, False):
            asker.answer(reprint(ticket))
            asker.answer(path, {"ok": ok, "reason": None if ok else "paper-out"}, role="kiosk")
        teller.wait_for(lambda: len(teller.of("TicketPrinted")) == 2)
        assert [event.data["ok"] for event in teller.of("TicketPrinted")] == [True, False]


def test_no_kiosk_and_no_paper_are_told(asker: Asker, ticket: str) -> None:
    is_problem(asker.post(reprint(ticket)), 409, "no-kiosk")
    with listening(asker, ""):  # one without a printer
        is_problem(asker.post(reprint(ticket)), 409, "no-kiosk")
    with listening(asker, "?prints=true", "display"):  # no kiosk at all
        is_problem(asker.post(reprint(ticket)), 409, "no-kiosk")
    with listening(asker):
        alert = asker.answer("/v1/alerts", {"kind": "printer", "detail": "paper-out"}, role="kiosk")
        is_problem(asker.post(reprint(ticket)), 409, "no-paper")
        asker.answer(f"/v1/alerts/{alert['id']}/clear", role="kiosk")
        assert asker.answer(reprint(ticket))["kiosk"] == "test kiosk"
    until(lambda: asker.post(reprint(ticket)).status_code == 409)
    is_problem(asker.post(reprint(ticket)), 409, "no-kiosk")


def test_another_kiosk_is_asked_where_the_first_is_gone(asker: Asker, ticket: str) -> None:
    store = DeviceTokens(asker.running.folder)
    asker.running.tokens["other"] = store.mint("kiosk", "door kiosk")
    store.close()
    with listening(asker, role="other"):
        assert asker.answer(reprint(ticket))["kiosk"] == "door kiosk"
        assert asked(asker) == [], "it is nobody else's to print"
        with listening(asker):
            assert asker.answer(reprint(ticket))["kiosk"] == "test kiosk"
        found = asker.get("/v1/reprints", role="other").json()["reprints"]
        assert [one["ticket"]["number"] for one in found] == ["A001"]


def test_a_kiosk_prints_for_its_customer_twice_and_for_staff(asker: Asker, ticket: str) -> None:
    for _ in range(2):
        assert asker.answer(reprint(ticket), role="kiosk")["kiosk"] is None
    is_problem(asker.post(reprint(ticket), role="kiosk"), 409, "reprint-limit")
    assert asker.answer(reprint(ticket), {"by": "staff"}, role="kiosk")["kiosk"] is None
    assert asked(asker) == [], "it prints by itself"
    is_problem(asker.post(reprint(ticket), {"by": "nobody"}, role="kiosk"), 422, "invalid")


def test_the_same_key_is_one_copy(asker: Asker, ticket: str) -> None:
    with listening(asker):
        first = asker.answer(reprint(ticket), key="pressed twice")
        assert asker.answer(reprint(ticket), key="pressed twice") == first
    assert asked(asker) == ["A001"]


def test_what_is_over_or_unknown(asker: Asker) -> None:
    served = asker.served()
    with listening(asker):
        is_problem(asker.post(reprint(served["id"])), 409, "ticket-ended")
        is_problem(asker.post(reprint("nobody")), 404, "unknown-ticket")


def test_the_wish_outlives_a_restart(asker: Asker, ticket: str) -> None:
    with listening(asker):
        asker.answer(reprint(ticket))
    asker.running.stop()
    asker.running.start()
    assert asked(asker) == ["A001"]
