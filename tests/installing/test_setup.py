"""`branchline setup` on a disk in a folder: what is there afterwards, with which modes, and once more."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from branch import cli
from branch.client.joining.service_location import recall
from branch.client.local_store import FOLDER_VARIABLE
from branch.installing import machine as machines
from branch.installing.device_tests import PrinterTest
from branch.installing.machine import Machine, SetupError
from branch.installing.pairing import Pairing
from branch.installing.setup_plans import Wanted, screen_steps
from tests.harness.branch import running_service
from tests.harness.programs import ROOT

Setup = Callable[..., int]


class System:
    """What stands for the commands of a system: they are kept, and users and tokens are made."""

    def __init__(self, root: Path) -> None:
        self.root, self.commands = root, list[list[str]]()
        (root / "etc").mkdir(parents=True)
        (root / "etc" / "passwd").write_text(
            "root:x:0:0:root:/root:/bin/bash\nli:x:1000:1000::/home/li:/bin/bash\n"
        )
        (root / "etc" / "group").write_text("video:x:44:\ninput:x:104:\nlp:x:7:\n")

    def run(self, command: Sequence[str], _: str | None) -> str:
        """Take a command; a new user gets the next number."""
        self.commands.append(list(command))
        if command[0] == "useradd":
            users = self.root / "etc" / "passwd"
            number = 900 + len(users.read_text().splitlines())
            users.write_text(
                f"{users.read_text()}{command[-1]}:x:{number}:{number}::/nonexistent:/usr/sbin/nologin\n"
            )
        return "minted\n" if "token" in command else ""

    def mode(self, place: str) -> int:
        """The mode of a file or folder of it."""
        return stat.S_IMODE((self.root / place).stat().st_mode)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> System:
    system = System(tmp_path / "disk")
    monkeypatch.setattr(machines, "run_command", system.run)
    monkeypatch.setattr("os.geteuid", lambda: 1000)  # nobody needs to be root for this
    return system


@pytest.fixture
def setup(system: System) -> Setup:
    def run(kind: str, *more: str) -> int:
        return cli.main(["setup", kind, "--root", str(system.root), "--yes", *more])

    return run


def test_a_service(setup: Setup, system: System, capsys: pytest.CaptureFixture[str]) -> None:
    assert setup("service") == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == "ok"
    assert said.count("PIN") == 2, "each is shown once"
    assert system.mode("etc/branchline/branch.toml") == 0o600, "it has hashes of PINs"
    assert system.mode("var/lib/branchline") == 0o700
    unit = (system.root / "etc/systemd/system/branchline.service").read_text("utf-8")
    assert f"ExecStart={machines.VENV}/bin/branchline serve" in unit
    assert (system.root / "usr/local/bin/branchline").readlink() == machines.VENV / "bin" / "branchline"
    for name in ("branchline.service", "branchline-backup.timer"):
        assert ["systemctl", "--root", str(system.root), "enable", name] in system.commands


def test_done_again_it_changes_nothing(
    setup: Setup, system: System, capsys: pytest.CaptureFixture[str]
) -> None:
    setup("service")
    config = system.root / "etc/branchline/branch.toml"
    config.write_text(config.read_text("utf-8") + "# the branch's own\n", "utf-8")
    before = {path: path.read_text("utf-8") for path in system.root.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert setup("service") == 0
    assert {path: path.read_text("utf-8") for path in system.root.rglob("*") if path.is_file()} == before
    assert "PIN" not in capsys.readouterr().out


def test_a_dry_run_touches_nothing(setup: Setup, system: System, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(system.root.rglob("*"))
    assert setup("kiosk", "--dry-run", "--printer", "tcp://192.168.1.40:9100") == 0
    assert sorted(system.root.rglob("*")) == before
    assert system.commands == []
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == "nothing was done"
    for words in (
        "branchline-kiosk",
        "tcp://192.168.1.40:9100",
        "/etc/branchline/kiosk.env",
        "cage",
        "getty@tty1",
    ):
        assert words in said


def test_a_kiosk_beside_its_service_gets_a_token_by_itself(
    setup: Setup, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup("service")
    assert (
        setup("kiosk", "--printer", "tcp://192.168.1.40:9100", "--options", "--slides '/srv/my slides'") == 0
    )
    assert system.mode("etc/branchline/kiosk.env") == 0o600
    environment = (system.root / "etc/branchline/kiosk.env").read_text("utf-8")
    assert "--printer tcp://192.168.1.40:9100 --scanner keyboard --slides '/srv/my slides'" in environment
    monkeypatch.setenv(FOLDER_VARIABLE, str(system.root / "var/lib/branchline-kiosk"))
    assert (recall("kiosk").url, recall("kiosk").token) == ("http://127.0.0.1:8750", "minted")
    assert system.mode("var/lib/branchline-kiosk/kiosk.json") == 0o600
    assert system.mode("var/lib/branchline-kiosk") == 0o700
    (made,) = [command for command in system.commands if command[-1] == "branchline-kiosk"]
    assert made[made.index("--groups") + 1] == "video,input,lp", "those that there are"
    minted = len([command for command in system.commands if "token" in command])
    setup("kiosk", "--printer", "none")
    assert len([command for command in system.commands if "token" in command]) == minted, "it has one"
    assert "--printer none" in (system.root / "etc/branchline/kiosk.env").read_text("utf-8")


def test_a_board_elsewhere_is_given_its_token(
    setup: Setup, system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text("given\n", "utf-8")
    assert (
        setup("board", "--service", "http://192.168.1.10:8750", "--token-file", str(tmp_path / "token")) == 0
    )
    monkeypatch.setenv(FOLDER_VARIABLE, str(system.root / "var/lib/branchline-display"))
    assert (recall("display").url, recall("display").token) == ("http://192.168.1.10:8750", "given")
    assert (system.root / "etc/systemd/system/branchline-display.service").is_file()


def test_a_tellers_pc_starts_the_counter_with_its_desktop(
    setup: Setup, system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text("given", "utf-8")
    service = ("--service", "http://192.168.1.10:8750", "--token-file", str(tmp_path / "token"))
    assert setup("counter", "--counter", "3", "--user", "li", *service) == 0
    entry = (system.root / "etc/xdg/autostart/branchline-counter.desktop").read_text("utf-8")
    assert f"Exec={machines.VENV}/bin/branchline counter --counter 3" in entry
    assert (system.root / "usr/share/icons/hicolor/scalable/apps/branchline.svg").is_file()
    monkeypatch.setenv(FOLDER_VARIABLE, str(system.root / "home/li/.config/branchline"))
    assert recall("counter").token == "given"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("kiosk", "--printer", "laser"), "laser"),
        (("kiosk", "--service", "ftp://x"), "is not the address"),
        (("kiosk", "--service", "http://192.168.1.10:8750"), "--token-file"),
        (("board", "--token-file", "/nowhere"), "/nowhere"),
        (("counter",), "--user"),
        (("counter", "--user", "nobody-here"), "there is no user nobody-here"),
        (("kiosk", "--options", 'a"b'), "quotation"),
        (("kiosk", "--options", "'a\"b'"), "quotation"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_what_cannot_be_done_is_told(
    arguments: tuple[str, ...], words: str, setup: Setup, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup(*arguments) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_only_root_sets_this_machine_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert cli.main(["setup", "service", "--yes"]) == 2
    assert "sudo" in capsys.readouterr().err


def test_a_token_is_tried_before_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Machine()
    monkeypatch.setattr(Machine, "give", lambda *_: None)
    folder = str(tmp_path / "settings")
    with running_service(tmp_path) as service:
        with pytest.raises(SetupError, match="does not take this token"):
            Pairing("kiosk", folder, "root", service.url, "wrong").do(here)
        assert not Path(folder).exists()
        token = service.tokens["kiosk"]
        assert "has taken" in Pairing("kiosk", folder, "root", service.url, token).do(here)
    monkeypatch.setenv(FOLDER_VARIABLE, folder)
    assert recall("kiosk").token == token
    assert recall("kiosk").key, "the service has proved itself"


def test_the_printer_is_tried(tmp_path: Path) -> None:
    paper = tmp_path / "paper"
    assert "ready" in PrinterTest(f"png:{paper}").do(Machine())
    assert [file.name for file in paper.iterdir()] == ["T000.png"]
    with pytest.raises(SetupError, match="does not answer"):
        PrinterTest("tcp://127.0.0.1:9").do(Machine())


@pytest.mark.parametrize("kind", ["kiosk", "board"])
def test_what_a_unit_reads_is_what_setup_writes(kind: str) -> None:
    app = "kiosk" if kind == "kiosk" else "display"
    unit = (ROOT / "assets" / "systemd" / f"branchline-{app}.service").read_text("utf-8")
    says = " ".join(
        step.says for step in screen_steps("kiosk" if kind == "kiosk" else "board", Wanted(), print)
    )
    for words in (f"/etc/branchline/{kind}.env", f"/var/lib/branchline-{app}", f"branchline-{app}"):
        assert words in unit
        assert words in says


def test_a_code_stands_for_address_and_token(
    setup: Setup,
    system: System,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with running_service(tmp_path / "data") as service:
        address = service.url.removeprefix("http://")
        made = ["pair", "hall", "--role", "display", "--data", str(service.folder), "--address", address]
        assert cli.main(made) == 0
        code = capsys.readouterr().out.strip()
        assert setup("board", "--pair", code) == 0
        assert setup("board", "--pair", code) == 0, "it may be repeated"
        assert "there  pair the display" in capsys.readouterr().out
        assert setup("kiosk", "--pair", code) == 2
        assert "branchline setup: this pairing code" in capsys.readouterr().err
    monkeypatch.setenv(FOLDER_VARIABLE, str(system.root / "var/lib/branchline-display"))
    known = recall("display")
    assert known.url == service.url
    assert len(known.token) == 32
    assert known.key
