"""Numbers for a kiosk that cannot ask, over HTTP: reserved, handed in once, told to no customer's screen."""

from __future__ import annotations

from typing import Any

from tests.service.asking import TICKET, Asker
from tests.service.listening import Feed

OFFLINE = "offline-ticket-of-a-kiosk"


def reserve(asker: Asker, holder: str = "kiosk 1") -> dict[str, Any]:
    return asker.answer("/v1/blocks", {"service": "A", "holder": holder}, role="kiosk")


def body(n: int, ticket: str = OFFLINE, **more: Any) -> dict[str, Any]:
    return {"ticket": ticket, "n": n, "issued_at": "2026-11-21T09:31:00+08:00", **more}


def test_numbers_are_reserved_and_handed_in(asker: Asker) -> None:
    block = reserve(asker)
    assert block["day"] == "2026-11-21"
    assert next(iter(block["numbers"].items())) == ("A950", 950)
    assert len(block["numbers"]) == 50
    assert reserve(asker)["id"] == block["id"]
    assert reserve(asker, "kiosk 2")["id"] != block["id"]
    path = f"/v1/blocks/{block['id']}/tickets"
    ticket = asker.answer(path, body(950, printed=True), role="kiosk")
    assert ticket.keys() == TICKET
    assert (ticket["number"], ticket["printed"], ticket["status"]) == ("A950", True, "waiting")
    assert asker.answer(path, body(950, printed=True), role="kiosk")["id"] == ticket["id"]
    assert next(iter(reserve(asker)["numbers"])) == "A951"
    again = asker.post(path, body(950, "another-ticket-of-this-kiosk"), role="kiosk")
    assert (again.status_code, again.json()["code"]) == (409, "number-given")
    rows = asker.get("/v1/visits", role="manager").json()["visits"]
    assert [row["number"] for row in rows] == ["A950"]


def test_it_holds_over_a_restart(asker: Asker) -> None:
    block = reserve(asker)
    asker.running.stop()
    asker.running.start()
    assert reserve(asker) == block
    asker.answer(f"/v1/blocks/{block['id']}/tickets", body(999), role="kiosk")


def test_an_id_that_could_be_guessed_is_refused(asker: Asker) -> None:
    block = reserve(asker)
    response = asker.post(f"/v1/blocks/{block['id']}/tickets", body(950, "1"), role="kiosk")
    assert (response.status_code, response.json()["code"]) == (422, "invalid")


def test_the_branch_says_what_a_kiosk_needs_to_go_on_alone(asker: Asker) -> None:
    branch = asker.get("/v1/branch").json()
    assert branch["special_hours"] == {}
    assert branch["day_starts"] == "00:00"
    ticket = asker.issue()
    assert branch["ticket_url"].replace("{id}", ticket["id"]) == ticket["url"]


def test_only_management_is_told_of_reservations(asker: Asker) -> None:
    with Feed(asker.running, "manager") as manager, Feed(asker.running, "display") as display:
        reserve(asker)
        asker.issue()
        manager.wait_for(lambda: manager.of("TicketIssued"))
        display.wait_for(lambda: display.of("TicketIssued"))
        (event,) = manager.of("NumbersReserved")
        assert (event.data["service"], event.data["first"], event.data["last"]) == ("A", 950, 999)
        assert display.of("NumbersReserved") == []


def test_only_a_number_whose_passers_are_counted_is_told_the_promise(asker: Asker) -> None:
    """Neither one that was told late nor, meanwhile, one that was sent to a counter."""
    here = asker.issue()
    block = reserve(asker)
    late = asker.answer(f"/v1/blocks/{block['id']}/tickets", body(950), role="kiosk")
    assert (promised(asker, here), promised(asker, late)) == ([5, 5], [0, 0])
    asker.open(1)
    asker.open(2, staff="0288")
    asker.answer("/v1/counters/1/call", {"ticket": here["id"]})
    asker.answer("/v1/counters/1/transfer", {"counter": 2})
    assert promised(asker, here) == [0, 0]
    asker.at(2, "next")
    asker.answer("/v1/counters/2/transfer", {"service": "B"})
    assert promised(asker, here) == [5, 5]


def promised(asker: Asker, ticket: dict[str, Any]) -> list[int]:
    """What the paper and the phone may say of that ticket."""
    kiosk = asker.get(f"/v1/tickets/{ticket['id']}", role="kiosk").json()
    return [kiosk["promise"], asker.get(f"/t/{ticket['id']}/state", role=None).json()["promise"]]


def alerts(asker: Asker) -> list[tuple[str, str]]:
    asker.running.clock.pass_seconds(2)  # type: ignore[attr-defined]
    asker.issue("B")
    found = asker.get("/v1/alerts", role="manager").json()["alerts"]
    return [(alert["kind"], alert["source"]) for alert in found]


def test_a_kiosk_that_forgets_its_settings_does_not_take_the_customers_numbers(asker: Asker) -> None:
    """Each start is another holder, and sets numbers of every service aside."""
    answers = [
        asker.post("/v1/blocks", {"service": "A", "holder": f"start {n}"}, role="kiosk") for n in range(19)
    ]
    assert [answer.status_code for answer in answers] == [201] * 3 + [409] * 16
    assert alerts(asker) == [("device-forgets", "test kiosk")]
    assert asker.issue()["number"] == "A001"
    assert reserve(asker, "start 2")["id"] == answers[2].json()["id"], "the live one is kept"


def test_two_machines_with_one_token_are_told(asker: Asker) -> None:
    one, other = reserve(asker, "kiosk 1"), reserve(asker, "its copy")
    assert not set(one["numbers"]) & set(other["numbers"])
    assert alerts(asker) == []
    assert reserve(asker, "kiosk 1")["id"] == one["id"]
    assert reserve(asker, "its copy")["id"] == other["id"]
    assert alerts(asker) == [("device-twice", "test kiosk")]
