"""The bundle has what both systems need, installs without Qt where that is wanted, and names all licences."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.harness.programs import ROOT, finished, module
from tools import bundle, notices
from tools.dependencies import LINUX, WINDOWS, needed, pinned


def test_each_system_gets_its_own() -> None:
    linux, windows = needed(["apps"], LINUX), needed(["apps"], WINDOWS)
    assert {"uvloop", "xcffib"} <= set(linux) - set(windows)
    assert "colorama" in set(windows) - set(linux)
    assert {"pyside6-essentials", "shiboken6", "pydantic-core"} <= set(linux) & set(windows)


def test_every_version_is_settled() -> None:
    names = {*needed(["apps"], LINUX), *needed(["apps"], WINDOWS)}
    assert names - pinned().keys() <= {"setuptools"}


def test_a_service_alone_needs_no_qt() -> None:
    assert not {"pyside6-essentials", "shiboken6", "xcffib"} & set(needed([], LINUX))


@pytest.mark.parametrize(
    "command",
    [
        ("serve", "--help"),
        ("token", "--help"),
        ("setup", "service", "--dry-run", "--root", "disk"),
        ("signs", "--help"),
    ],
    ids=" ".join,
)
def test_what_a_service_is_worked_with_loads_no_qt(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('there is no Qt here')", "utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = finished(module("branch.cli", *command), cwd=tmp_path, env={"PYTHONPATH": path})
    assert done.returncode == 0, done.stderr


def test_the_notices_name_every_library_and_its_licence() -> None:
    found = {one.name: one for one in notices.notices()}
    assert found.keys() == {*needed(["apps"], LINUX), *needed(["apps"], WINDOWS)}
    assert [one.name for one in found.values() if not one.licence] == []


def test_the_duties_of_lgpl_and_mpl_are_named() -> None:
    page = notices.page()
    lgpl, mpl = page.index("LGPL\n===="), page.index("MPL\n===")
    assert "shiboken6" in page[lgpl:mpl]
    assert "pyside6-essentials" in page[lgpl:mpl]
    assert "zeroconf" in page[lgpl:mpl]
    assert "certifi" in page[mpl:]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page
    assert "SIL OPEN FONT LICENSE" in page, "the fonts' own"


def test_the_project_says_its_licence_as_spdx_does() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "LicenseRef-Proprietary"
    assert all((ROOT / file).is_file() for file in project["license-files"])


def test_the_folder_of_a_bundle_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(bundle, "pip", lambda *arguments: asked.append(arguments))
    bundle.gather(tmp_path / "b", ["linux", "windows"])
    kinds = [(arguments[0], "win_amd64" in arguments) for arguments in asked]
    assert kinds == [("wheel", False), ("wheel", False), ("download", False), ("download", True)]
    folder = tmp_path / "b"
    for name in ("install.sh", "install.cmd", "LICENSE", "THIRD-PARTY-NOTICES.txt", "docs/operating.md"):
        assert (folder / name).is_file(), name
    assert (folder / "systemd" / "branchline-kiosk.service").is_file()
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert (
        len((folder / "SHA256SUMS").read_text("utf-8").splitlines())
        == sum(f.is_file() for f in folder.rglob("*")) - 1
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
def test_a_damaged_bundle_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "pip", lambda *_: None)
    bundle.gather(tmp_path / "b", [])
    (tmp_path / "b" / "LICENSE").write_text("other", "utf-8")
    done = subprocess.run(
        ["sh", str(tmp_path / "b" / "install.sh")],
        env={**os.environ, "BRANCHLINE_VENV": str(tmp_path / "venv")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "LICENSE" in done.stdout + done.stderr
    assert not (tmp_path / "venv").exists()
