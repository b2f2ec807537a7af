"""No request, fitting or not, gets a fault of the service or an answer that its own description denies.

The requests are generated from /openapi.json, and are the same on every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, TypeAlias

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from schemathesis import APIOperation, GenerationMode
from schemathesis import Case as AnyCase
from schemathesis.checks import CheckFunction, load_all_checks, not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from branch.contract.basics import ROLES
from tests.harness.branch import PIN, running_service
from tests.service.asking import SECONDS, Asker
from tests.service.test_http_roles import MAY, OPEN

EXAMPLES = 6
"""Requests of each operation that fit, and as many that do not; everybody sends each."""

LEFT_OUT = {"GET /v1/events"}
"""Its answer has no end: see test_feed. No route ends the service."""

Operation: TypeAlias = APIOperation[Any, Any, Any, Any]
Case: TypeAlias = AnyCase[Any]

CALLS = sorted((MAY.keys() | OPEN) - LEFT_OUT)

STRANGERS: Mapping[str, Mapping[str, str]] = {
    "nobody": {},
    "a wrong token": {"Authorization": "Bearer " + "x" * 43},
}

NOTHING_TO_GET_WRONG = {
    "GET /t/{ticket}",
    "GET /t/{ticket}/state",
    "GET /v1/tickets/{ticket}",
    "GET /v1/tickets/{ticket}/phone",
    "GET /v1/alerts",
    "GET /v1/branch",
    "GET /v1/reprints",
}
"""Any text is a path that fits them, and they have neither query nor body."""

STARTS_AT, ISSUED_AT = "2026-11-21T09:45:00+08:00", "2026-11-21T09:30:00+08:00"
WAITING, SERVED = "a-ticket-that-is-waiting", "a-ticket-that-was-served"
APPOINTMENT = "FUZZ2345"

KNOWN: Mapping[str, list[str | int]] = {
    "ticket": [WAITING, SERVED],
    "service": ["A", "B"],
    "n": [1, 2],
    "counter": [1, 2],
    "staff": ["0312", "0288"],
    "pin": [PIN, PIN, "0000"],
    "segment": ["ordinary", "priority"],
    "language": ["zh", "en"],
    "step": ["greet"],
    "code": [APPOINTMENT],
    "day": ["2026-11-21"],
    "starts_at": [STARTS_AT],
    "issued_at": [ISSUED_AT],
    "kind": ["silent-alarm", "paper-low", "lobby-manager"],
}
"""Words that the branch knows: drawn at random, nearly every one would be refused as unknown."""

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]

WITH_THE_CUSTOMER = {
    f"POST /v1/counters/{{n}}/{action}" for action in ("finish", "park", "steps", "then", "transfer")
}
"""What a teller does with a customer who has come to the counter."""


def settled() -> SchemathesisConfig:
    """Draw from `KNOWN` three times of four. Tokens are sent by the test."""
    bound = {"probability": 0.75}
    places = {name: [f"{place}.{name}" for place in ("path", "query", "body")] for name in KNOWN}
    return SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "generation": {"with-security-parameters": False},
            "dictionaries": {name: {"values": values} for name, values in KNOWN.items()},
            "parameters": {
                key: {"dictionary": name, **bound} for name, keys in places.items() for key in keys
            },
        }
    )


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> BaseSchema:
    """What the service says of itself."""
    with running_service(tmp_path_factory.mktemp("described")) as running:
        told = requests.get(f"{running.url}/openapi.json", timeout=SECONDS).json()
    load_all_checks()
    return schemathesis.openapi.from_dict(told, config=settled())


@pytest.fixture(autouse=True)
def the_same_whatever_is_loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep Hypothesis from drawing constants out of our modules: which are loaded depends on the run."""
    none = Constants()
    monkeypatch.setattr(providers, "_get_local_constants", lambda: none)
    providers.CONSTANTS_CACHE.cache.clear()
    yield
    providers.CONSTANTS_CACHE.cache.clear()


@pytest.fixture
def there(asker: Asker) -> Mapping[str, str]:
    """People at work and waiting; the id of one of each thing that there is, by its name in paths."""
    booked = {"service": "A", "starts_at": STARTS_AT, "code": APPOINTMENT}
    block = asker.answer("/v1/blocks", {"service": "A", "holder": "kiosk"}, role="kiosk")
    made = {
        "appointment": asker.answer("/v1/appointments", booked, role="manager"),
        "block": block,
        "alert": asker.answer("/v1/alerts", {"kind": "lobby-manager"}, role="kiosk"),
        "case": asker.answer("/v1/cases", {"channel": "letter", "text": "x"}, role="manager"),
        "notice": asker.answer("/v1/notices", {"text": {"zh": "x"}}, role="manager"),
    }
    offline = {"issued_at": ISSUED_AT}
    handed_in = f"/v1/blocks/{block['id']}/tickets"
    asker.open(1)
    asker.open(2, "0288")
    asker.answer(handed_in, {"ticket": SERVED, "n": 950, **offline}, role="kiosk")
    asker.at(1, "next", "start", "finish")
    asker.issue()
    asker.at(1, "next")
    asker.answer(handed_in, {"ticket": WAITING, "n": 951, **offline}, role="kiosk")
    return {name: thing["id"] for name, thing in made.items()}


def cases(operation: Operation, mode: GenerationMode, there: dict[str, str]) -> list[Case]:
    """Make requests of one kind; those that fit lead to ``there``."""
    made: list[Case] = []
    fixed = there if mode.is_positive and there else None

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=fixed))
    def make(case: Case) -> None:
        made.append(case)

    make()
    return made


@pytest.mark.parametrize("call", CALLS)
def test_every_answer_is_as_described(
    described: BaseSchema, asker: Asker, there: Mapping[str, str], call: str
) -> None:
    method, path = call.split(" ")
    operation = described[path][method]
    if call in WITH_THE_CUSTOMER:
        asker.at(1, "start")
    named = {name: there[name] for name in there if f"{{{name}}}" in path}
    devices = {role: {"Authorization": f"Bearer {asker.running.tokens[role]}"} for role in sorted(ROLES)}
    with closing(requests.Session()) as session:
        for mode in GenerationMode:
            if mode.is_negative and call in NOTHING_TO_GET_WRONG:
                continue
            for case in cases(operation, mode, named):
                for who, headers in {**devices, **STRANGERS}.items():
                    response = case.call(asker.running.url, session, dict(headers), timeout=2 * SECONDS)
                    case.validate_response(response, CHECKS)
                    if call in MAY and who not in MAY[call]:
                        assert 400 <= response.status_code < 500, (who, case.as_curl_command())
