"""`branchline` as a person types it: real processes, one-line errors, exit codes."""

from __future__ import annotations

import argparse
import os
import re
import select
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from branch import cli
from branch.client.calls.service_api import Api
from branch.client.joining.token_options import add_token
from branch.service.config.branch_config import load
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from tests.harness.programs import finished, module, program


def branchline(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    return finished(module("branch.cli", *arguments), cwd=cwd, stdin=stdin)


def assert_one_line_error(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit code 2 and one line that names what is wrong."""
    assert done.returncode == 2, done
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    for word in words:
        assert word in lines[0]


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A folder with a branch.toml."""
    assert branchline("init", str(tmp_path), cwd=tmp_path).returncode == 0
    return tmp_path


@contextmanager
def serving(folder: Path, *more: str) -> Iterator[str]:
    """A service as a process; its URL. It ends well when it is asked to."""
    options = ("--data", "data", "--port", "0", "--host", "127.0.0.1", "--no-announce", *more)
    with program("branch.cli", "serve", *options, cwd=folder) as (url, process):
        yield url
    assert process.returncode == 0


def test_init_writes_a_branch_that_loads_and_never_overwrites(branch: Path) -> None:
    config = load(branch / "branch.toml")
    assert all(staff.pin.startswith("$argon2") for staff in config.staff)
    again = branchline("init", str(branch), cwd=branch)
    assert_one_line_error(again, "exists already")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by the folder above")
def test_init_lets_nobody_else_read_the_hashes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = os.umask(0)
    try:
        assert cli.main(["init", str(tmp_path / "new")]) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new" / "branch.toml").stat().st_mode) == 0o600


def test_a_service_is_served_watched_backed_up_and_restored(branch: Path) -> None:
    with serving(branch) as url:
        token = branchline("token", "--data", "data", "--role", "kiosk", cwd=branch).stdout.strip()
        with Api(url, token) as api:
            assert api.health()["status"] == "ok"
            assert api.branch().services[0].id == "A"
        assert_one_line_error(
            branchline("serve", "--data", "data", "--port", "0", cwd=branch), "another service"
        )
        assert branchline("backup", "copy.db", "--data", "data", cwd=branch).returncode == 0
    assert branchline("verify", "--data", "data", cwd=branch).returncode == 0
    assert branchline("restore", "copy.db", "--data", "data2", cwd=branch).returncode == 0
    refused = branchline("restore", "copy.db", "--data", "data2", cwd=branch)
    assert_one_line_error(refused, "data2")


def test_a_broken_branch_toml_is_told_by_its_key(branch: Path) -> None:
    path = branch / "branch.toml"
    path.write_text(path.read_text("utf-8").replace('prefix = "B"', 'prefix = "b"'), "utf-8")
    assert_one_line_error(branchline("serve", "--data", "data", cwd=branch), "services.1.prefix")


def test_no_branch_toml_says_how_to_make_one(tmp_path: Path) -> None:
    assert_one_line_error(branchline("serve", "--data", "data", cwd=tmp_path), "branchline init")


def test_a_port_in_use_is_told(branch: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = branchline("serve", "--data", "data", "--host", "127.0.0.1", "--port", port, cwd=branch)
    assert_one_line_error(done, port, "in use")


def test_a_data_folder_from_a_newer_version_is_refused(branch: Path) -> None:
    (branch / "data").mkdir()
    assert branchline("token", "--data", "data", "--role", "kiosk", cwd=branch).returncode == 0
    with sqlite3.connect(branch / "data" / "journal.db") as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    done = branchline("serve", "--data", "data", "--port", "0", cwd=branch)
    assert_one_line_error(done, "newer version", "999")


def test_a_row_of_a_newer_version_is_refused_in_one_line(branch: Path) -> None:
    with closing(SqliteJournal.open(branch / "data")) as journal:
        journal.append([Draft("2026-11-21", 1, "DayOpened", '{"day":"2026-11-21"}')])
        journal.append([Draft("2026-11-21", 2, "TicketPainted", "{}")])
    done = branchline("serve", "--data", "data", "--port", "0", cwd=branch)
    assert_one_line_error(done, "written by a newer version", "TicketPainted")


def test_check_warns_of_letters_that_sound_alike(branch: Path) -> None:
    assert branchline("check", cwd=branch).returncode == 0
    path = branch / "branch.toml"
    path.write_text(path.read_text("utf-8").replace('prefix = "B"', 'prefix = "E"'), "utf-8")
    warned = branchline("check", cwd=branch)
    assert warned.returncode == 1
    assert "service B" in warned.stdout


def test_check_warns_of_windows_outside_the_hours(branch: Path) -> None:
    path = branch / "branch.toml"
    own = 'prefix = "B"\nhours = ["08:00-12:00"]\nquotas = [{ from = "11:00", to = "13:00", tickets = 9 }]'
    slots = '[[slots]]\nservice = "A"\nfrom = "09:00"\nto = "17:00"\nevery_minutes = 30\n'
    path.write_text(path.read_text("utf-8").replace('prefix = "B"', own) + slots, "utf-8")
    warned = branchline("check", cwd=branch)
    assert warned.returncode == 1
    assert "service A: slots 09:00-17:00 reach outside its hours: sun" in warned.stdout
    assert "service B: mon 08:00-12:00 reaches outside the branch's hours" in warned.stdout
    assert "service B: quota 11:00-13:00 reaches outside its hours" in warned.stdout


def test_pin_prints_a_hash_alone(tmp_path: Path) -> None:
    done = branchline("pin", cwd=tmp_path, stdin="471147\n")
    assert done.stdout.startswith("$argon2id$")
    short = branchline("pin", cwd=tmp_path, stdin="4711\n")
    assert (short.returncode, "soon guessed" in short.stderr) == (0, True)
    told = branchline("pin", "--short", cwd=tmp_path, stdin="4711\n")
    assert (told.returncode, told.stderr) == (0, "")
    for arguments in ((), ("--short",)):
        assert_one_line_error(branchline("pin", *arguments, cwd=tmp_path, stdin="471\n"), "4 characters")


AGAIN_S = 2.0
"""After so long of silence Ctrl+C is pressed again, as a person does."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ([b"471147\n", b"471147\n"], 0, "$argon2id$"),
        ([b"471147\n", b"471148\n"], 2, "the two PINs are not the same"),
        ([b"4711\n", b"4711\n"], 2, "at least 6 characters; --short takes"),
        ([b"\x04"], 2, "no PIN was typed"),
        ([b"471147\n", b"\x04"], 2, "no PIN was typed"),
        ([b"\x03"], 2, "no PIN was typed"),
    ],
)
def test_a_pin_is_typed_twice(typed: list[bytes], code: int, told: str) -> None:
    """At a terminal, which does not show what is typed."""
    import pty  # Windows has none

    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # programs in the background of a shell inherit none
        os.execv(sys.executable, module("branch.cli", "pin"))  # noqa: S606
    said = b""
    last = b""
    with suppress(OSError):  # a terminal whose other end is gone
        while True:
            if not select.select([terminal], [], [], AGAIN_S)[0]:
                os.write(terminal, last)  # Ctrl+C between the prompt and the wait for a line is lost
                continue
            piece = os.read(terminal, 1000)
            if not piece:
                break
            said += piece
            if piece.rstrip().endswith(b":") and typed:
                last = typed.pop(0) if typed[0] == b"\x03" else b""
                os.write(terminal, last or typed.pop(0))
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == code, said
    assert told in said.decode().strip().splitlines()[-1]
    assert b"471147" not in said
    assert b"Traceback" not in said


def test_pins_that_are_made_up_have_six_digits(tmp_path: Path) -> None:
    done = branchline("init", ".", cwd=tmp_path)
    assert re.findall(r"PIN (\d+) ", done.stderr) == re.findall(r"PIN (\d{6}) ", done.stderr) != []
    assert branchline("check", cwd=tmp_path).stdout == ""


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("serve", "--port", "high")])
def test_wrong_usage_is_told_by_the_usage(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = branchline(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one line that a mistake is answered with."""
    assert cli.main([str(argument) for argument in arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("name", [" ", "\t", "\udc80"])
def test_a_token_without_a_name_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "name" in told(capsys, "token", "--data", tmp_path, "--role", "kiosk", "--name", name)


def test_what_is_no_name_of_a_host_is_told(branch: Path) -> None:
    done = branchline("serve", "--data", "data", "--host", "\udc80", "--no-announce", cwd=branch)
    assert_one_line_error(done, "cannot listen on")


@pytest.mark.parametrize("file", ["", ".", "/"])
def test_a_backup_is_a_file_and_no_folder(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "is a folder" in told(capsys, "backup", file, "--data", tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--config", "a" * 300),
        ("backup", "a" * 300),
        ("signs", "a" * 300),
        ("voice", "measure", "--count", "-1"),
        ("voice", "measure", "--voice", "a" * 300),
    ],
    ids=" ".join,
)
def test_what_no_argument_can_be_is_wrong_usage(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    assert f"branchline {arguments[0]}: error: argument" in capsys.readouterr().err


def test_a_folder_for_voice_packs_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", str(tmp_path)]) == 0
    capsys.readouterr()
    config = tmp_path / "branch.toml"
    assert str(config) in told(capsys, "voice", "build", "--config", config, "--out", config)


def test_tokens_are_listed_and_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def done(*arguments: str) -> str:
        assert cli.main([*arguments[:1], "--data", str(tmp_path), *arguments[1:]]) == 0
        return capsys.readouterr().out

    for role, name in (("kiosk", "door"), ("kiosk", "hall"), ("counter", "door")):
        done("token", "--role", role, "--name", name)
    assert "--replace it" in told(capsys, "token", "--data", tmp_path, "--role", "kiosk", "--name", "door"), (
        "two machines of one name could not be told apart"
    )
    assert done("tokens") == "counter\tdoor\nkiosk\tdoor\nkiosk\thall\n"
    assert done("revoke", "door", "--role", "kiosk") == "1 token taken back\n"
    assert done("tokens") == "counter\tdoor\nkiosk\thall\n"
    assert "no token 'nobody'" in told(capsys, "revoke", "--data", tmp_path, "nobody")
    assert done("token", "--role", "kiosk", "--name", "door")
    assert done("token", "--role", "kiosk", "--name", "door", "--replace")


def test_a_token_that_ends_is_listed_with_its_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["token", "--data", str(tmp_path), "--role", "integration", "--expires", "90d"]) == 0
    assert cli.main(["tokens", "--data", str(tmp_path)]) == 0
    listed = capsys.readouterr().out.splitlines()[-1].split("\t")
    assert listed[:2] == ["integration", "integration"]
    word, at = listed[2].split(" ")
    left = datetime.fromisoformat(at) - datetime.now().astimezone()
    assert (word, round(left / timedelta(days=1))) == ("expires", 90)


@pytest.mark.parametrize("text", ["90", "d", "0d", "-1d", "90 days", "1.5h", "999999d"])
def test_what_is_no_time_is_wrong_usage(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["token", "--data", str(tmp_path), "--role", "kiosk", f"--expires={text}"])
    assert end.value.code == 2
    assert "such as 90d" in capsys.readouterr().err


@pytest.mark.parametrize("app", ["kiosk", "display", "counter"])
@pytest.mark.parametrize("content", [None, b"", b"a b", b"\xff\xfe\xff"])
def test_a_token_file_that_has_none_is_wrong_usage(
    app: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SystemExit) as end:
        cli.main([app, "--token-file", str(file)])
    assert end.value.code == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert f"--token-file: {file}: " in error


@pytest.mark.parametrize("content", ["abc", "abc\n", "\ufeffabc\r\n"])
def test_a_token_file_says_the_token(content: str, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(content, encoding="utf-8", newline="")
    parser = argparse.ArgumentParser()
    add_token(parser, "ours")
    assert parser.parse_args(["--token-file", str(file)]).token == "abc"
    assert parser.parse_args(["--token", "x"]).token == "x"
    assert parser.parse_args([]).token is None


@pytest.mark.parametrize("command", [("token", "--role", "kiosk"), ("tokens",), ("revoke", "kiosk")])
def test_a_data_folder_that_is_not_there_is_not_made(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "typo"
    assert "there is no folder" in told(capsys, *command, "--data", folder)
    assert not folder.exists()


@pytest.mark.parametrize("command", [(), ("kiosk",), ("display",), ("counter",)])
def test_help_shows_what_to_type_and_what_exit_codes_mean(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([*command, "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(" ".join(("usage: branchline", *command)))
    assert "exit codes:" in said
    assert "examples:" in said


@pytest.mark.parametrize("app", ["kiosk", "display", "counter"])
def test_an_address_that_is_none_is_wrong_usage(app: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([app, "--service", "ftp://h/x"])
    assert end.value.code == 2
    assert "is not the address of a service" in capsys.readouterr().err
