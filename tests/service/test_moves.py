"""Moving to another counter over HTTP: refused first, then with move; the feed tells each step."""

from __future__ import annotations

import pytest

from tests.harness.branch import PIN
from tests.harness.waiting import until
from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed


def test_a_service_moves_along_and_the_feed_has_it_right_after_each_event(asker: Asker) -> None:
    number = asker.issue()["number"]
    asker.open(1, "0312")
    started = asker.at(1, "next", "start")["started_at"]
    asked = {"staff": "0312", "pin": PIN}
    is_problem(asker.post("/v1/counters/2/open", asked), 409, "staff-elsewhere")
    with Feed(asker.running, "display") as feed:
        moved = asker.open(2, "0312", move=True)
        assert moved["ticket"]["number"] == number
        assert moved["ticket"]["started_at"] == started
        feed.wait_for(lambda: feed.of("TicketMoved"))
        closed, opened, ticket = (
            feed.of(kind)[-1].data for kind in ("CounterClosed", "CounterOpened", "TicketMoved")
        )
    assert (closed["counter"]["number"], closed["counter"]["ticket"]) == (1, None)
    assert opened["counter"]["number"] == 2
    assert ticket["counter"]["ticket"]["number"] == ticket["ticket"]["number"] == number
    assert ticket["ticket"]["counter"] == 2


def test_a_wrong_pin_moves_nobody(asker: Asker) -> None:
    asker.open(1, "0312")
    asked = {"staff": "0312", "pin": "0000", "move": True}
    is_problem(asker.post("/v1/counters/2/open", asked), 403, "wrong-pin")
    assert asker.open(1, "0312")["state"] == "open"


@pytest.mark.expects_log(r"WARNING branch\.service\.bootstrap: 0288 is locked at test counter")
def test_a_locked_number_is_told_for_how_long(asker: Asker) -> None:
    body = {"staff": "0288", "pin": "0000"}
    for _ in range(5):
        is_problem(asker.post("/v1/counters/2/open", body), 403, "wrong-pin")
    answer = asker.post("/v1/counters/2/open", body)
    assert answer.status_code == 403
    assert answer.json()["code"] == "staff-locked"
    assert 50 <= answer.json()["wait_s"] <= 60
    until(lambda: asker.get("/v1/alerts", role="manager").json()["alerts"])
    [alert] = asker.get("/v1/alerts", role="manager").json()["alerts"]
    assert (alert["kind"], alert["source"], alert["detail"]) == ("wrong-pins", "test counter", "0288")
    assert asker.get("/v1/alerts", role="kiosk").json()["alerts"] == []
