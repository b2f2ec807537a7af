"""What tellers are told of a customer: the branch's hints, and where the visit has been."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from branch.service.config.branch_config import ConfigError
from tests.harness.branch import running_service, sample_config
from tests.service.asking import Asker

HINTS = """
[[hints]]
service = "A"
segment = "priority"
text = { zh = "请放慢语速", en = "Speak slowly" }

[[hints]]
text = { en = "Smile" }

[limits]
"""


@pytest.fixture
def hinting(tmp_path: Path) -> Iterator[Asker]:
    """A branch with hints."""
    config = sample_config({"[limits]\n": HINTS})
    with running_service(tmp_path / "data", config) as running, closing(Asker(running)) as asker:
        yield asker


@pytest.mark.parametrize("role", ["kiosk", "display", "counter", "manager", "integration"])
def test_hints_are_for_the_staff(hinting: Asker, role: str) -> None:
    told = hinting.get("/v1/branch", role=role).json().get("hints")
    assert told == (
        [
            {"service": "A", "segment": "priority", "text": {"zh": "请放慢语速", "en": "Speak slowly"}},
            {"service": None, "segment": None, "text": {"en": "Smile"}},
        ]
        if role in ("counter", "manager")
        else None
    )


def hint(text: str) -> dict[str, str]:
    """The sample branch with that as a hint."""
    return {"[limits]\n": f"[[hints]]\n{text}\n[limits]\n"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('text = { en = "" }', "hints.0.text.en: "),
        ("text = {}", "hints.0.text: "),
        ('service = "Z"\ntext = { en = "x" }', "a hint names service 'Z', which does not exist"),
        ('segment = "Z"\ntext = { en = "x" }', "a hint names segment 'Z', which does not exist"),
        (
            'text = { en = "x" }\n[[hints]]\ntext = { en = "y" }',
            "two hints for service None and segment None",
        ),
    ],
)
def test_a_hint_that_is_none(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        sample_config(hint(text))
    assert said in str(caught.value)


def test_the_staff_see_where_a_visit_has_been(asker: Asker) -> None:
    asker.issue()
    asker.open()
    asker.open(2, "0288")
    asker.at(1, "next", "start")
    asker.answer("/v1/counters/1/transfer", {"counter": 2, "note": "form 7"})
    called = asker.at(2, "next")
    (stop,) = called["stops"]
    assert {name: stop[name] for name in ("service", "counter", "ended", "note")} == {
        "service": "A",
        "counter": 1,
        "ended": "transferred",
        "note": "form 7",
    }
    assert "staff" not in stop
    for role in asker.running.tokens:
        held = asker.snapshot(role)["hall"]["counters"][1]["ticket"]
        assert ("stops" in held) is (role in ("counter", "manager"))
