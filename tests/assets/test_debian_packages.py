"""One list of Debian's packages: docs and units name what is in it, and tools/setup.sh installs from it."""

from __future__ import annotations

import re
import subprocess
from itertools import chain
from pathlib import Path

import assets
from assets.debian import packages
from tests.harness.programs import ROOT


def test_the_docs_name_the_whole_list() -> None:
    lines = re.findall(
        r"^ +apt-get install --no-install-recommends (.+)$",
        (ROOT / "docs" / "operating.md").read_text("utf-8"),
        re.MULTILINE,
    )
    named = set(chain.from_iterable(line.split() for line in lines))
    assert named >= {*packages("service"), *packages("screen"), *packages("alone")}
    assert named <= {name for group in ("service", "screen", "alone", "printer") for name in packages(group)}


def test_what_the_docs_install_elsewhere_is_in_the_list_too() -> None:
    text = (ROOT / "docs" / "operating.md").read_text("utf-8")
    listed = {name for group in ("service", "screen", "alone", "printer") for name in packages(group)}
    for line in re.findall(r"`apt-get install ([^`]+)`", text):
        assert set(line.split()) <= listed, line


def test_qt_has_what_its_wayland_and_x11_plugins_are_linked_with() -> None:
    """Without these the screens did not start on a bare machine."""
    assert {"libglib2.0-0", "libwayland-cursor0", "libxcb-cursor0"} <= set(packages("screen"))
    assert {"cage", "xwayland"} <= set(packages("alone"))


def test_the_checkout_is_set_up_from_the_same_list(tmp_path: Path) -> None:
    script = (ROOT / "tools" / "setup.sh").read_text("utf-8")
    (line,) = [line for line in script.splitlines() if line.startswith("screen=")]
    said = subprocess.run(
        ["sh", "-c", f"{line}; echo $screen"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == packages("screen")


def test_every_program_of_the_units_is_of_the_system_or_of_the_list() -> None:
    for unit in (assets.ROOT / "systemd").glob("*.service"):
        programs = set(re.findall(r"/usr/bin/([\w-]+)", unit.read_text("utf-8")))
        assert programs <= {"env", *packages("alone")}, unit.name
