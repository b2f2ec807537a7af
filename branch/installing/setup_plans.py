"""What makes a machine of the branch: its steps, in order, by what it is to be."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import assets
from assets.debian import packages
from branch.contract.pairing_code import PairingCode
from branch.installing.device_tests import PrinterTest, ScannerTest
from branch.installing.machine import VENV, Machine, SetupError
from branch.installing.pairing import DATA, SERVICE_USER, Pairing
from branch.installing.steps import Folder, Link, Packages, Step, TextFile, Unit, User

Kind = Literal["service", "kiosk", "board", "counter"]
KINDS: tuple[Kind, ...] = ("service", "kiosk", "board", "counter")

CONFIG = "/etc/branchline"
PROGRAM = VENV / "bin" / "branchline"
_OPT = "/opt/branchline/bin/branchline"
_ON_SCREEN = ("video", "input", "render", "audio")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the person has said of the machine."""

    url: str = ""
    token: str = field(default="", repr=False)
    code: PairingCode | None = field(default=None, repr=False)
    """Of `branchline pair`, in the place of address and token."""
    name: str = ""
    printer: str = "none"
    scanner: str = "keyboard"
    counter: int | None = None
    user: str = ""
    """Who signs in to a teller's PC."""
    more: str = ""
    """Further options of the app, as on its command line."""
    packages: bool = True
    tests: bool = True


def service_steps(wanted: Wanted, branch: Callable[[], tuple[str, str]]) -> list[Step]:
    """The machine that runs the branch; ``branch`` makes a branch.toml and tells its PINs."""
    return [
        *_installed(wanted, "service"),
        User(SERVICE_USER),
        Folder(CONFIG),
        TextFile(f"{CONFIG}/branch.toml", branch, SERVICE_USER, 0o600, keep=True),
        Folder(DATA, SERVICE_USER, 0o700),
        _unit("branchline.service"),
        Unit("branchline.service"),
        _unit("branchline-backup.service"),
        _unit("branchline-backup.timer"),
        Unit("branchline-backup.timer"),
    ]


def screen_steps(kind: Literal["kiosk", "board"], wanted: Wanted, tell: Callable[[str], None]) -> list[Step]:
    """A machine that shows the kiosk or the board and nothing else."""
    app = "kiosk" if kind == "kiosk" else "display"
    user = f"branchline-{app}"
    options = _words(wanted.more)
    tests: list[Step] = []
    if kind == "kiosk":
        options = ["--printer", wanted.printer, "--scanner", wanted.scanner, *options]
        if wanted.printer != "none":
            tests.append(PrinterTest(wanted.printer))
        if wanted.scanner != "keyboard":
            tests.append(ScannerTest(wanted.scanner, tell))
    usb = ("printer",) if wanted.printer.startswith(("usb:", "spool:")) else ()
    return [
        *_installed(wanted, "service", "screen", "alone", *usb),
        User(user, (*_ON_SCREEN, "lp", "dialout") if kind == "kiosk" else _ON_SCREEN),
        Folder(CONFIG),
        TextFile(f"{CONFIG}/{kind}.env", lambda: (_environment(options), ""), mode=0o600),
        Folder(f"/var/lib/{user}", user, 0o700),
        Pairing(app, f"/var/lib/{user}", user, wanted.url, wanted.token, wanted.name, wanted.code),
        *(tests if wanted.tests else ()),
        _unit(f"{user}.service"),
        Unit(f"{user}.service", instead_of="getty@tty1.service"),
    ]


def counter_steps(machine: Machine, wanted: Wanted) -> list[Step]:
    """A teller's PC: the app comes up when its user signs in to the desktop."""
    settings = f"{machine.home(wanted.user)}/.config"
    command = ["counter", *(["--counter", str(wanted.counter)] if wanted.counter else [])]
    command += _words(wanted.more)
    entry = _asset("desktop/branchline-counter.desktop").replace(
        f"{_OPT} counter", shlex.join([str(PROGRAM), *command])
    )
    return [
        *_installed(wanted, "service", "screen"),
        Folder(settings, wanted.user, 0o700, keep=True),
        Folder(f"{settings}/branchline", wanted.user, 0o700, keep=True),
        Pairing(
            "counter",
            f"{settings}/branchline",
            wanted.user,
            wanted.url,
            wanted.token,
            wanted.name,
            wanted.code,
        ),
        TextFile(
            "/usr/share/icons/hicolor/scalable/apps/branchline.svg",
            lambda: (_asset("desktop/branchline.svg"), ""),
        ),
        TextFile("/usr/share/applications/branchline-counter.desktop", lambda: (entry, "")),
        TextFile("/etc/xdg/autostart/branchline-counter.desktop", lambda: (entry, "")),
    ]


def _installed(wanted: Wanted, *groups: str) -> list[Step]:
    names = [name for group in groups for name in packages(group)]
    on_path: list[Step] = [Link("/usr/local/bin/branchline", PROGRAM)]
    return [Packages(names), *on_path] if wanted.packages else on_path


def _words(options: str) -> list[str]:
    try:
        return shlex.split(options)
    except ValueError as error:
        raise SetupError(f"options {options!r}: a quotation mark has no other") from error


def _unit(name: str) -> Step:
    text = _asset(f"systemd/{name}").replace(_OPT, str(PROGRAM))
    return TextFile(f"/etc/systemd/system/{name}", lambda: (text, ""))


def _environment(options: list[str]) -> str:
    """The file that a unit reads: systemd splits the options at blanks, so each is quoted for it."""
    wrong = next((option for option in options if set(option) & set("'\"\\\n")), None)
    if wrong is not None:
        raise SetupError(f"{wrong!r}: no quotation mark or backslash can stand in the options")
    quoted = " ".join(f"'{option}'" if " " in option else option for option in options)
    return f'# Written by `branchline setup`: what stands after the app.\nBRANCHLINE_OPTIONS="{quoted}"\n'


def _asset(place: str) -> str:
    return (assets.ROOT / place).read_text(encoding="utf-8")
