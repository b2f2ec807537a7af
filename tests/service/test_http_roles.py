"""Who may call what. A route that is added without a word on this fails here."""

from __future__ import annotations

from collections import defaultdict

import pytest
import requests

from branch.contract.actions import ROUTES, SESSION
from branch.contract.basics import ROLES
from branch.service.http.application import Application
from branch.service.http.route_table import EVERYBODY, Route
from tests.service.asking import Asker, is_problem

ANYBODY = frozenset(ROLES)
STAFF = frozenset({"counter", "manager"})
ISSUERS = frozenset({"kiosk", "counter", "manager", "integration"})
APPS = frozenset({"kiosk", "display", "counter", "manager"})
BEHIND_GLASS = frozenset({"kiosk", "counter", "manager"})

MAY = {
    "GET /v1/branch": ANYBODY,
    "GET /v1/snapshot": ANYBODY,
    "GET /v1/events": ANYBODY,
    "GET /v1/visits": frozenset({"manager"}),
    "POST /v1/tickets": ISSUERS,
    "GET /v1/tickets/{ticket}": ISSUERS,
    "GET /v1/tickets/{ticket}/phone": frozenset({"integration"}),
    "POST /v1/tickets/{ticket}/printed": BEHIND_GLASS,
    "POST /v1/tickets/{ticket}/reprint": BEHIND_GLASS,
    "GET /v1/reprints": frozenset({"kiosk"}),
    "POST /v1/tickets/{ticket}/cancel": ISSUERS,
    "POST /v1/tickets/{ticket}/requeue": ISSUERS,
    "POST /v1/tickets/{ticket}/rating": frozenset({"counter", "manager", "integration"}),
    "POST /v1/tickets/{ticket}/no-rating": frozenset({"counter", "manager", "integration"}),
    "GET /v1/tickets/{ticket}/why": frozenset({"counter", "manager", "integration"}),
    "GET /v1/counters/{n}/figures": STAFF,
    **{f"POST /v1/counters/{{n}}/{action}": STAFF for action in (*SESSION, *ROUTES)},
    "POST /v1/staff/check": BEHIND_GLASS,
    "POST /v1/services/{service}/close": BEHIND_GLASS,
    "POST /v1/services/{service}/reopen": BEHIND_GLASS,
    "POST /v1/appointments": frozenset({"integration", "manager"}),
    "GET /v1/appointments": ISSUERS,
    "POST /v1/appointments/find": frozenset({"kiosk"}),
    "POST /v1/appointments/check-in": BEHIND_GLASS,
    "POST /v1/appointments/{appointment}/cancel": frozenset({"integration", "manager"}),
    "GET /v1/slots": ISSUERS,
    "POST /v1/blocks": frozenset({"kiosk"}),
    "POST /v1/blocks/{block}/tickets": frozenset({"kiosk"}),
    "GET /v1/alerts": APPS,
    "POST /v1/cases": STAFF,
    "GET /v1/cases": frozenset({"manager"}),
    "GET /v1/cases/{case}": frozenset({"manager"}),
    **{
        f"POST /v1/cases/{{case}}/{action}": frozenset({"manager"})
        for action in ("take", "note", "resolve", "reopen")
    },
    "POST /v1/notices": frozenset({"manager"}),
    "POST /v1/notices/{notice}/end": frozenset({"manager"}),
    "POST /v1/alerts": APPS,
    "POST /v1/alerts/{alert}/take": STAFF,
    "POST /v1/alerts/{alert}/clear": APPS,
}
OPEN = {
    "GET /v1/health",
    "POST /v1/pair",
    "GET /t/{ticket}",
    "GET /t/{ticket}/state",
    "POST /t/{ticket}/rating",
}
"""These need no token."""

CASES = [(call, role) for call in MAY for role in sorted(ROLES)]


def routes() -> dict[str, Route]:
    """Every route that the app answers."""
    app = Application(lambda _: pytest.fail("not started"), lambda: None)
    return {f"{route.method} {route.path}": route for route in app.table.routes}


def test_every_route_is_in_the_table() -> None:
    assert set(routes()) == MAY.keys() | OPEN


def test_every_route_asks_for_a_role() -> None:
    for call, route in routes().items():
        assert (route.roles == EVERYBODY) is (call in OPEN), call


def send(asker: Asker, call: str, token: str | None) -> requests.Response:
    """A call with a body that is acceptable in form and harmless in effect."""
    method, path = call.split(" ")
    path = path.format_map(defaultdict(lambda: "nothing", ticket="nobody", n=1))
    headers = {} if token is None else {"Authorization": token}
    bodies = {
        "/v1/tickets": {"service": "nothing"},
        "/v1/tickets/nobody/printed": {"ok": True},
        "/v1/tickets/nobody/rating": {"score": 5},
        "/v1/counters/1/open": {"staff": "nobody", "pin": "0"},
        "/v1/counters/1/call": {"ticket": "nobody"},
        "/v1/counters/1/requeue": {"ticket": "nobody"},
        "/v1/counters/1/park-again": {"ticket": "nobody"},
        "/v1/counters/1/then": {"services": []},
        "/v1/counters/1/transfer": {"service": "nothing"},
        "/v1/counters/1/steps": {"step": "nothing"},
        "/v1/services/nothing/close": {"staff": "nobody", "pin": "0"},
        "/v1/services/nothing/reopen": {"staff": "nobody", "pin": "0"},
        "/v1/appointments": {"service": "nothing", "starts_at": "2026-11-21T10:00:00+08:00"},
        "/v1/appointments/find": {"phone": "13800000000"},
        "/v1/appointments/check-in": {"code": "NBDYSZZ"},
        "/v1/blocks": {"service": "nothing", "holder": "test"},
        "/v1/blocks/nothing/tickets": {
            "ticket": "x" * 22,
            "n": 1,
            "issued_at": "2026-11-21T09:30:00+08:00",
        },
        "/v1/cases": {"channel": "paper", "text": "x", "service": "nothing"},
        "/v1/cases/nothing/note": {"text": "x"},
        "/v1/alerts": {"kind": "no such thing"},
        "/v1/notices": {"text": {"zh": " "}},
    }
    body = bodies.get(path) if method == "POST" else None
    after = "?after=99" if path == "/v1/events" else "?code=NBDYSZZ" if path == "/v1/appointments" else ""
    return asker.ask(method, path + after, body, role=None, headers=headers)


def test_who_may_call_what(asker: Asker) -> None:
    for call, role in CASES:
        response = send(asker, call, f"Bearer {asker.running.tokens[role]}")
        if role in MAY[call]:
            door = response.status_code == 403 and response.json()["code"] == "wrong-pin"
            assert door or response.status_code not in (401, 403), (call, role, response.text)
            assert response.status_code < 500, (call, role, response.text)
        else:
            is_problem(response, 403, "not-allowed")
    assert asker.seq() <= 2, "these calls were to change nothing but the day"


@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic {}", "{}"])
def test_without_a_good_token(asker: Asker, token: str | None) -> None:
    good = asker.running.tokens["manager"]
    for call in MAY:
        response = send(asker, call, token and token.format(good))
        is_problem(response, 401, "unauthorized")
        assert response.headers["www-authenticate"] == "Bearer"
    assert asker.seq() == 0


def test_the_scheme_is_written_in_any_case(asker: Asker) -> None:
    token = asker.running.tokens["display"]
    assert send(asker, "GET /v1/branch", f"bearer {token}").status_code == 200
