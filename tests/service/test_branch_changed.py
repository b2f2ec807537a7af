"""branch.toml is changed during the day, with people in the hall: what still holds somebody stays until it is
empty, nobody new is let in, and the manager is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from branch.service.config.branch_config import parse
from tests.harness.branch import RunningService, small_toml
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker

SERVICE_A = """[[services]]
id = "A"
prefix = "A"
names = { zh = "现金业务", en = "Cash" }
"""
COUNTER_1 = """[[counters]]
number = 1
services = ["A", "B"]
"""
VIP = """[[segments]]
id = "vip"
names = { zh = "贵宾", en = "VIP" }
credit_minutes = 10
"""

pytestmark = pytest.mark.expects_log(
    r"WARNING branch.service.bootstrap: (service|segment|counter|staff) \S+ has .* branch\.toml"
)


def without(*parts: str) -> str:
    """The small branch without these."""
    text = small_toml()
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return text


WITHOUT_A = without(SERVICE_A).replace('services = ["A", "B"]', 'services = ["B"]')
WITHOUT_1 = without(COUNTER_1)


class Branch:
    """The small branch, whose branch.toml can be exchanged."""

    def __init__(self, folder: Path, exits: ExitStack) -> None:
        self.running = RunningService(folder, parse(small_toml()), HandClock(OPEN_HOURS, standing=True))
        exits.callback(self.running.stop)
        self._exits = exits
        self.asker = self._asker()

    def change(self, text: str) -> Asker:
        """Stop it, and start it with another branch.toml."""
        self.running.stop()
        self.running.config = parse(text)
        self.running.start()
        self.asker = self._asker()
        return self.asker

    def alerts(self) -> list[tuple[str, int | None]]:
        """What has left and is needed, as the manager is told: each with its counter."""
        told = self.asker.get("/v1/alerts", role="manager").json()["alerts"]
        return [(alert["detail"], alert["counter"]) for alert in told if alert["kind"] == "left-plan"]

    def until_told(self, *details: str) -> None:
        """Exactly these are told of, once somebody has looked."""
        self.running.hand.pass_minutes(1)
        until(
            lambda: sorted(detail for detail, _ in self.alerts()) == sorted(details),
            lambda: str(self.alerts()),
        )

    def _asker(self) -> Asker:
        asker = Asker(self.running)
        self._exits.callback(asker.close)
        return asker


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    with ExitStack() as exits:
        yield Branch(tmp_path, exits)


def page_of(asker: Asker, ticket: dict[str, Any]) -> dict[str, Any]:
    """The state of a ticket's page."""
    answer = asker.get(f"/t/{ticket['id']}/state", role=None)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_service_that_left_is_served_to_its_last_customer(
    branch: Branch, caplog: pytest.LogCaptureFixture
) -> None:
    asker = branch.asker
    asker.open(1, "1001")
    called, waiting = asker.issue("A"), asker.issue("A")
    asker.at(1, "next")
    asker = branch.change(WITHOUT_A)

    assert (
        "service A has left branch.toml and is kept while it is needed; customers who need it: 2"
        in caplog.text
    )
    branch.until_told("service A")
    assert page_of(asker, waiting)["service"] == {"zh": "现金业务", "en": "Cash"}
    assert page_of(asker, called)["counter"] == 1
    states = {one["id"]: one for one in asker.snapshot("display")["hall"]["services"]}
    assert (states["A"]["open"], states["A"]["waiting"], states["A"]["next"]) == (False, 1, ["A002"])
    offered = {one["id"]: one["kept"] for one in asker.get("/v1/branch").json()["services"]}
    assert offered == {"B": False, "A": True}
    refused = asker.post("/v1/tickets", {"service": "A"}, role="kiosk")
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown-service")
    assert [row["number"] for row in asker.snapshot(counter=1)["hall"]["queue"]["tickets"]] == ["A002"]

    assert asker.at(1, "start", "finish", "next")["number"] == "A002"
    asker.at(1, "start", "finish")
    branch.until_told()
    assert asker.snapshot("display")["hall"]["calls"], "what was called is still to be read"
    assert [one["id"] for one in asker.snapshot("display")["hall"]["services"]] == ["B"]
    visits = asker.get("/v1/visits", role="manager").json()
    assert "A001" in str(visits), "the day's report has them"


def test_a_printed_number_of_a_service_that_left_is_taken_and_called(branch: Branch) -> None:
    block = branch.asker.answer("/v1/blocks", {"service": "A", "holder": "k"}, role="kiosk")
    asker = branch.change(WITHOUT_A)
    branch.until_told()
    assert asker.post("/v1/blocks", {"service": "A", "holder": "k"}, role="kiosk").status_code == 404
    number, n = next(iter(block["numbers"].items()))
    told = {"n": n, "ticket": "printed-ticket-000001", "issued_at": OPEN_HOURS}
    handed_in = asker.answer(f"/v1/blocks/{block['id']}/tickets", told, role="kiosk")
    assert handed_in["number"] == number
    branch.until_told("service A")
    assert page_of(asker, handed_in)["number"] == number
    asker.open(1, "1001")
    assert asker.at(1, "next")["number"] == number


def test_a_service_whose_counters_left_too_is_everybodys(branch: Branch) -> None:
    branch.asker.issue("A")
    asker = branch.change(without(SERVICE_A, COUNTER_1))
    asker.open(2, "1002")
    assert asker.at(2, "next")["number"] == "A001"


def test_a_counter_that_left_is_kept_until_its_teller_signs_out(branch: Branch) -> None:
    asker = branch.asker
    asker.open(1, "1001")
    asker.open(2, "1002")
    asker.issue("A")
    asker.issue("A")
    asker.at(1, "next")
    asker = branch.change(WITHOUT_1)
    branch.until_told("counter 1", "counters of A")
    assert dict(branch.alerts())["counter 1"] == 1
    counters = {one["number"]: one["kept"] for one in asker.get("/v1/branch").json()["counters"]}
    assert counters == {2: False, 1: True}
    assert asker.at(1, "start", "finish") is not None
    assert asker.at(2, "next")["number"] == "A002", "no other counter has its service, so every one has"
    assert asker.post("/v1/counters/1/close").status_code == 200
    refused = asker.post("/v1/counters/1/open", {"staff": "1001", "pin": "4821"})
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown-counter")
    asker.at(2, "start", "finish")
    branch.until_told()


def test_a_counter_that_left_while_nobody_was_there_cannot_be_opened(branch: Branch) -> None:
    branch.asker.open(1, "1001")
    branch.asker.answer("/v1/counters/1/close")
    asker = branch.change(WITHOUT_1)
    for action in ("open", "next", "start", "pause", "close"):
        body = {"staff": "1001", "pin": "4821"} if action == "open" else None
        assert asker.post(f"/v1/counters/1/{action}", body).status_code in (200, 404, 409), action
    refused = asker.post("/v1/counters/1/open", {"staff": "1001", "pin": "4821"})
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown-counter")
    branch.until_told()


def test_who_is_signed_in_and_left_goes_on_until_they_sign_out(branch: Branch) -> None:
    branch.asker.open(1, "1001")
    branch.asker.issue("A")
    asker = branch.change(small_toml().replace('id = "1001"', 'id = "1003"'))
    branch.until_told("staff 1001")
    asker.at(1, "next", "start", "finish")
    asker.answer("/v1/counters/1/close")
    branch.until_told()


def test_a_segment_that_left_keeps_its_customers(branch: Branch) -> None:
    branch.asker.issue("A", segment="vip")
    asker = branch.change(without(VIP))
    branch.until_told("segment vip")
    refused = asker.post("/v1/tickets", {"service": "A", "segment": "vip"}, role="manager")
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown-segment")
    segments = {one["id"]: one["kept"] for one in asker.get("/v1/branch").json()["segments"]}
    assert segments == {"ordinary": False, "vip": True}
    asker.open(1, "1001")
    assert asker.at(1, "next", "start", "finish")["segment"] == "vip"
    branch.until_told()


def test_who_has_an_appointment_for_a_service_that_left_is_let_in(branch: Branch) -> None:
    soon = "2026-11-21T09:50:00+08:00"
    booked = branch.asker.answer("/v1/appointments", {"service": "A", "starts_at": soon}, role="manager")
    asker = branch.change(WITHOUT_A)
    branch.until_told("service A")
    refused = asker.post("/v1/appointments", {"service": "A", "starts_at": soon}, role="manager")
    assert refused.json()["code"] == "unknown-service"
    came = asker.answer("/v1/appointments/check-in", {"code": booked["code"]}, role="kiosk")
    assert came["number"] == "A001"


@pytest.mark.parametrize("id_of_it", ["A", "A2"])
def test_a_number_is_given_once_whatever_prefixes_and_services_become(branch: Branch, id_of_it: str) -> None:
    """A and B change their letters, or A comes back under another id."""
    given = [branch.asker.issue(one)["number"] for one in "AABBB"]
    block = branch.asker.answer("/v1/blocks", {"service": "A", "holder": "k"}, role="kiosk")
    text = small_toml()
    if id_of_it == "A":
        text = text.replace('prefix = "A"', 'prefix = "X"').replace('prefix = "B"', 'prefix = "A"')
        text = text.replace('prefix = "X"', 'prefix = "B"')
    else:
        text = text.replace('id = "A"', 'id = "A2"').replace(
            'services = ["A", "B"]', 'services = ["A2", "B"]'
        )
    asker = branch.change(text)
    given += [asker.issue(one)["number"] for one in (id_of_it, id_of_it, "B", "B")]
    assert len(given) == len(set(given)), given
    number, n = next(iter(block["numbers"].items()))
    others = asker.answer(
        "/v1/blocks", {"service": "B" if id_of_it == "A" else "A2", "holder": "l"}, role="kiosk"
    )
    assert not others["numbers"].keys() & block["numbers"].keys()
    told = {"n": n, "ticket": "printed-ticket-000001", "issued_at": OPEN_HOURS}
    assert asker.answer(f"/v1/blocks/{block['id']}/tickets", told, role="kiosk")["number"] == number


def test_an_alert_that_somebody_cleared_is_not_raised_for_the_same_people(branch: Branch) -> None:
    branch.asker.issue("A")
    asker = branch.change(WITHOUT_A)
    branch.until_told("service A")
    (alert,) = asker.get("/v1/alerts", role="manager").json()["alerts"]
    assert asker.post(f"/v1/alerts/{alert['id']}/clear", role="manager").status_code == 200
    branch.running.hand.pass_minutes(1)
    asker.issue("B")
    assert branch.alerts() == []


def test_a_service_that_comes_back_is_one_like_the_others(branch: Branch) -> None:
    branch.asker.issue("A")
    branch.change(WITHOUT_A)
    branch.until_told("service A")
    asker = branch.change(small_toml())
    assert asker.issue("A")["number"] == "A002"
    branch.until_told()


REASONS = """
[counter]
call_reasons = [{ id = "child", names = { zh = "携幼", en = "With a child" } }]
[[close_reasons]]
id = "cash"
names = { zh = "现金不足", en = "Out of cash" }
[[close_reasons]]
id = "other"
names = { zh = "其他", en = "Other" }
"""


def test_reasons_that_were_given_keep_their_names_and_are_given_no_more(branch: Branch) -> None:
    elderly = VIP + 'reasons = [{ id = "elderly", names = { zh = "高龄", en = "Elderly" } }]\n'
    asker = branch.change(small_toml().replace(VIP, elderly) + REASONS)
    asker.issue("A", segment="vip", segment_reason="elderly")
    chosen = asker.issue("A")
    asker.open(1, "1001")
    asker.answer("/v1/counters/1/call", {"ticket": chosen["id"], "reason": "child"})
    asker.answer("/v1/services/B/close", {"reason": "cash"}, role="manager")
    others = REASONS.replace("child", "queue").replace("With a queue", "Queue")
    others = others.replace('[[close_reasons]]\nid = "cash"', '[[close_reasons]]\nid = "power"')
    asker = branch.change(small_toml() + others)
    told = asker.get("/v1/branch").json()
    for listed, one in (
        (told["call_reasons"], "child"),
        (told["close_reasons"], "cash"),
        (next(segment["reasons"] for segment in told["segments"] if segment["id"] == "vip"), "elderly"),
    ):
        assert {reason["id"]: reason["kept"] for reason in listed}[one] is True
        assert next(reason["names"]["en"] for reason in listed if reason["id"] == one)
    asked = {"service": "A", "segment": "vip", "segment_reason": "elderly"}
    assert asker.post("/v1/tickets", asked, role="manager").json()["code"] == "invalid"
