"""`make test` fails on what is broken and on what is flaky, and says which is which."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.harness.programs import ROOT, finished, module

WELL = "def test_well():\n    pass\n"
BROKEN = "def test_broken():\n    assert 1 == 2\n"
FLAKY = """
from pathlib import Path
def test_flaky():
    seen = Path(__file__).with_suffix(".seen")
    before = seen.exists()
    seen.touch()
    assert before, "the first time"
"""
LEFT_BEHIND = """
import pytest
@pytest.fixture
def thing():
    yield
    raise OSError("not put away")
def test_left_behind(thing):
    pass
"""


def run(folder: Path, *arguments: str, **tests: str) -> subprocess.CompletedProcess[str]:
    """Run those tests, each in a file of its own."""
    for name, text in tests.items():
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    quick = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = module("tools.run_tests", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", *arguments)
    return finished([*command, "--rootdir", str(folder), str(folder)], env=quick, cwd=folder)


def test_all_is_well(tmp_path: Path) -> None:
    done = run(tmp_path, well=WELL)
    assert done.returncode == 0, done.stdout
    assert "once more" not in done.stdout


def test_a_flaky_test_fails_the_run_and_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, *("-p", "xdist.plugin", "-n", "2", "--dist", "loadfile"), well=WELL, flaky=FLAKY)
    assert done.returncode == 1, done.stdout
    assert done.stdout.splitlines()[-1] == "flaky: test_flaky.py::test_flaky"
    assert "failed:" not in done.stdout


def test_what_is_broken_is_told_from_what_is_flaky(tmp_path: Path) -> None:
    done = run(tmp_path, well=WELL, flaky=FLAKY, broken=BROKEN, left=LEFT_BEHIND)
    assert done.returncode == 1, done.stdout
    assert done.stdout.splitlines()[-2:] == [
        "failed: test_broken.py::test_broken, test_left.py::test_left_behind",
        "flaky: test_flaky.py::test_flaky",
    ]


@pytest.mark.parametrize(
    ("tests", "code"), [({"torn": "def test_torn(:\n"}, 2), ({}, 5)], ids=["cannot be read", "there is none"]
)
def test_a_run_that_did_not_come_about_keeps_its_code(
    tmp_path: Path, tests: dict[str, str], code: int
) -> None:
    assert run(tmp_path, **tests).returncode == code
