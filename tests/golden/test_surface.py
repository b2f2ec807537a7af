"""What others hold on to: paths, bodies and problem codes of the protocol, keys of branch.toml, names in QML.

Each list is of the released programs and is never written anew; more may come to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from branch.domain.kernel.refusals import CODES
from branch.service.config.branch_config import parse
from branch.service.http.problems import EDGE_CODES, STATUS
from tests.golden.comparing import check_kept
from tests.golden.recorded import read_lines
from tests.harness.branch import RunningService
from tests.harness.clocks import HandClock

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parent.parent
AT = "2026-11-21T09:30:00+08:00"


def kept(name: str) -> str:
    """A file of what there was."""
    return (GOLDEN / "surface" / name).read_text(encoding="utf-8")


def every_key() -> str:
    """A branch.toml with every key that there was."""
    return (GOLDEN / "config" / "branch.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    """The branch of that file, before anybody has come."""
    folder = tmp_path_factory.mktemp("surface") / "data"
    running = RunningService(folder, parse(every_key()), HandClock(AT, speed=0.0))
    yield running
    running.stop()


def test_every_key_of_branch_toml_means_what_it_meant(service: RunningService) -> None:
    for recorded in read_lines(GOLDEN / "config" / "answers.jsonl"):
        headers = {"Authorization": f"Bearer {service.tokens[recorded['role']]}"}
        now = requests.get(service.url + recorded["path"], headers=headers, timeout=20)
        check_kept(f"{recorded['path']} for {recorded['role']}", recorded["answer"], now.json())


def test_the_one_key_that_nobody_answers_is_read() -> None:
    parse(every_key().replace("# source_url", "source_url"))


def test_no_path_no_field_and_no_parameter_is_gone(service: RunningService) -> None:
    described = requests.get(f"{service.url}/openapi.json", timeout=20).json()
    now = {
        f"{method.upper()} {re.sub('{[^}]*}', '{}', path)}": surface(operation, described)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }
    gone = []
    for call, recorded in json.loads(kept("http.json")).items():
        if call not in now:
            gone.append(call)
            continue
        gone += [
            f"{call}: {kind} {one}"
            for kind in ("parameters", "status", "body")
            for one in recorded.get(kind, [])
            if one not in now[call][kind]
        ]
        needed = set(now[call]["required"]) - set(recorded.get("required", []))
        gone += [f"{call}: {field} must be given now" for field in sorted(needed)]
    assert gone == []


def surface(operation: dict[str, Any], described: dict[str, Any]) -> dict[str, list[str]]:
    """Names of an operation's parameters and of its body's fields, and the status of its answer."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = content.get("schema", {})
    bodies = []
    for one in schema.get("anyOf", [schema]):
        name = one.get("$ref", "").rpartition("/")[2]
        bodies.append(described["components"]["schemas"][name] if name else one)
    return {
        "parameters": [f"{one['name']} in {one['in']}" for one in operation.get("parameters", [])],
        "status": list(operation["responses"]),
        "body": [field for body in bodies for field in body.get("properties", {})],
        "required": [field for body in bodies for field in body.get("required", [])],
    }


def test_every_problem_code_has_its_status() -> None:
    now = {code: STATUS[kind] for code, kind in CODES.items()}
    for status, code in EDGE_CODES.items():
        now.setdefault(code, status)
    check_kept("problem codes", json.loads(kept("problem-codes.json")), now)


def test_every_name_in_qml_is_there() -> None:
    """The autopilot of the demo, and tests, find things by them."""
    now: set[str] = set()
    for folder in ("branch", "kiosk", "counter", "display"):
        for file in (ROOT / folder).rglob("*.qml"):
            for said in re.findall(
                r"^\s*(?:objectName|\w+Name):(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE
            ):
                now.update(re.findall(r'"([^"]+)"', said))
    assert sorted(set(kept("object-names.txt").split("\n")) - now - {""}) == []
