"""What customers may read of a teller: the name that the branch gives, never the staff number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness.branch import running_service, sample_config
from tests.service.asking import Asker
from tests.service.test_phone import in_a_browser

NAME = {"zh": "小李", "en": "Ms Li"}


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Asker]:
    """A branch that gives 0312 a name and 0288 none."""
    given = 'id = "0312"\npublic_name = { zh = "小李", en = "Ms Li" }'
    config = sample_config({'id = "0312"': given})
    with running_service(tmp_path / "data", config) as running, closing(Asker(running)) as asker:
        yield asker


@pytest.mark.parametrize("role", ["kiosk", "display", "counter", "manager", "integration"])
def test_every_screen_may_show_who_sits_at_a_counter(named: Asker, role: str) -> None:
    named.open(1)
    named.open(2, "0288")
    counters = {c["number"]: c for c in named.snapshot(role)["hall"]["counters"]}
    assert counters[1]["public_name"] == NAME
    assert counters[2]["public_name"] is None
    assert counters[3]["public_name"] is None
    named.answer("/v1/counters/1/close")
    assert named.snapshot(role)["hall"]["counters"][0]["public_name"] is None


def test_the_phone_says_who_serves_while_somebody_does(named: Asker, tmp_path: Path) -> None:
    ticket = named.issue(language="en")
    state = f"/t/{ticket['id']}/state"
    assert named.get(state, role=None).json()["public_name"] is None
    named.open(1)
    named.at(1, "next")
    assert named.get(state, role=None).json()["public_name"] == NAME
    assert "Please go to counter 1 · Ms Li" in in_a_browser(named, ticket, tmp_path)
    named.at(1, "start", "finish")
    assert named.get(state, role=None).json()["public_name"] is None


def test_one_without_a_name_is_not_named(named: Asker) -> None:
    ticket = named.issue()
    named.open(2, "0288")
    named.at(2, "next")
    told = named.get(f"/t/{ticket['id']}/state", role=None)
    assert told.json()["public_name"] is None
    assert '"0288"' not in told.text
