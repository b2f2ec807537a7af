"""The command line keeps its words: every option there was, and the exit codes of mistakes and of success."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from branch import cli
from tests.golden.recorded import FOLDER, Recorded
from tests.harness.golden import rewriting

CLI = Path(__file__).parent / "cli"
COMMANDS = ("", *cli.COMMANDS, *cli.APPS)
MISTAKES: list[dict[str, Any]] = json.loads((CLI / "exit-codes.json").read_text(encoding="utf-8"))

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `branchline` in an empty folder; gives exit code, output and errors."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")  # it stands in the help, and is short whoever runs this
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            code = cli.main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        return code, *capsys.readouterr()

    return ran


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command or "branchline")
def test_help_says_what_it_said(command: str, run: Run) -> None:
    """Word for word; where a program can do more, ``--rewrite-golden`` takes the new text."""
    file = CLI / f"help-{command or 'branchline'}.txt"
    code, out, err = run(*filter(None, (command, "--help")))
    assert (code, err) == (0, "")
    if rewriting():
        file.write_text(out, encoding="utf-8")
    assert out.split() == file.read_text(encoding="utf-8").split()


def test_no_command_and_no_option_is_gone(run: Run) -> None:
    """`options.json` is of the released programs and is never written anew."""
    gone = []
    for command, options in json.loads((CLI / "options.json").read_text(encoding="utf-8")).items():
        code, out, _ = run(*filter(None, (command, "--help")))
        words = set(out.replace("[", " ").replace("]", " ").replace(",", " ").split())
        gone += [f"{command} {option}" for option in options if code or option not in words]
    assert gone == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: " ".join(mistake["arguments"]) or "nothing")
def test_exit_codes(mistake: dict[str, Any], run: Run, tmp_path: Path) -> None:
    """In a folder with a branch, its data, a copy, and data that is damaged, newer, or nobody's."""
    furnish(tmp_path)
    code, _, err = run(*mistake["arguments"], stdin=mistake.get("stdin", ""))
    assert code == mistake["code"], err
    assert "Traceback" not in err
    if mistake["one_line"]:
        said = [line.startswith(f"branchline {mistake['arguments'][0]}: ") for line in err.splitlines()]
        assert all(said), err
        assert len(said) == 1 or (said and "wrong.toml" in mistake["arguments"]), (
            "a file: one for each mistake"
        )


def furnish(folder: Path) -> None:
    """What the mistakes are made with."""
    recorded = Recorded(FOLDER / "offline")
    shutil.copy(recorded.folder / "branch.toml", folder / "branch.toml")
    shutil.copy(recorded.folder / "journal.db", folder / "copy.db")
    (folder / "wrong.toml").write_text("[branch]\nname = 1\n", encoding="utf-8")
    (folder / "empty").mkdir()
    recorded.copy(folder / "data")
    for name, statement in (
        ("damaged", "UPDATE events SET data = '{}' WHERE seq = 7"),
        ("newer", "PRAGMA user_version = 99"),
    ):
        recorded.copy(folder / name)
        with closing(sqlite3.connect(folder / name / "journal.db", isolation_level=None)) as connection:
            connection.execute(statement)
    (folder / "nobodys").mkdir()
    (folder / "nobodys" / "journal.db").write_text("not a journal\n" * 400, encoding="utf-8")
