"""A day so long that its visits are told in slices is told whole, and others are answered meanwhile."""

from __future__ import annotations

from branch.service.http.sliced_answer import SLICE
from tests.service.asking import Asker

TICKETS = 240


def test_a_long_day_is_told_whole(asker: Asker) -> None:
    numbers = [asker.issue("A")["number"] for _ in range(TICKETS)]
    answer = asker.get("/v1/visits", role="manager")
    assert len(answer.content) > 2 * SLICE
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert [row["number"] for row in told["visits"]] == numbers
    assert {"day", "visits", "cases", "appointments"} <= told.keys()
    assert asker.get("/v1/visits", role="manager").json() == told


def test_a_short_one_says_how_long_it_is(asker: Asker) -> None:
    asker.issue("A")
    answer = asker.get("/v1/visits", role="manager")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert len(answer.json()["visits"]) == 1


def test_one_who_leaves_in_the_middle_holds_nothing_up(asker: Asker) -> None:
    for _ in range(TICKETS):
        asker.issue("A")
    for _ in range(5):
        with asker.stream("/v1/visits", role="manager") as answer:
            assert answer.raw.read(100)
    assert asker.get("/v1/health", role=None).status_code == 200
