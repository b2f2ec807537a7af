"""The docs are complete: every code, event, setting and command is there, and so is what they point to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

import assets
from branch.cli import APPS, COMMANDS
from branch.contract.answers.feed_events import QUEUES_CHANGED
from branch.domain.events import EVENTS
from branch.domain.kernel.refusals import CODES
from branch.service.config import branch_config as config
from branch.service.http.problems import EDGE_CODES

ROOT = Path(__file__).resolve().parent.parent
PROTOCOL = (ROOT / "docs" / "protocol.md").read_text("utf-8")


@pytest.mark.parametrize("code", sorted({*CODES, *EDGE_CODES.values()}))
def test_every_code_is_in_the_protocol(code: str) -> None:
    assert re.search(rf"\b{code}\b", PROTOCOL)


@pytest.mark.parametrize("name", sorted({*EVENTS, QUEUES_CHANGED}))
def test_every_event_is_in_the_protocol(name: str) -> None:
    assert re.search(rf"\b{name}\b", PROTOCOL)


@pytest.mark.parametrize("name", [*COMMANDS, *APPS])
def test_every_command_is_in_the_protocol(name: str) -> None:
    assert name in PROTOCOL[PROTOCOL.index("## Command line") :]


def test_every_setting_is_in_the_sample() -> None:
    sample = tomllib.loads((assets.ROOT / "sample" / "branch.toml").read_text("utf-8"))
    text = (assets.ROOT / "sample" / "branch.toml").read_text("utf-8")
    sections = {
        name: getattr(field.annotation, "__args__", [field.annotation])[0]
        for name, field in config.BranchConfig.model_fields.items()
    }
    for name, section in sections.items():
        assert name in sample or f"# [[{name}]]" in text
        if isinstance(section, type) and issubclass(section, BaseModel):
            for key in (field.alias or key for key, field in section.model_fields.items()):
                written = re.search(rf"^#? ?{key} = |^\[{name}\.{key}\]", text, re.MULTILINE)
                assert written, f"[{name}] {key}"


@pytest.mark.parametrize("page", ["README.md", "docs/operating.md", "docs/protocol.md", "docs/replay.md"])
def test_what_a_page_points_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("http"):
            assert ((ROOT / page).parent / target).exists(), f"{page} points to {target}"
