"""The steps that a machine is set up by. Each knows whether it is done, and says in words what it does."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from branch.installing.machine import Machine, SetupError


class Step(Protocol):
    """One thing that is to be so on the machine."""

    @property
    def says(self) -> str:
        """What it does, in one line, for the person and for --dry-run."""

    def done(self, machine: Machine, /) -> bool:
        """Whether it is so already."""

    def do(self, machine: Machine) -> str:
        """Make it so; what the person should know of it, or nothing. Raises SetupError."""


@dataclass(frozen=True)
class Packages:
    """Debian's packages are installed."""

    names: Sequence[str]

    @property
    def says(self) -> str:
        return f"install {len(self.names)} packages of Debian: {' '.join(self.names)}"

    def done(self, machine: Machine) -> bool:
        return machine.here and not self._missing(machine)

    def do(self, machine: Machine) -> str:
        if not machine.here:
            return f"not here: apt-get install --no-install-recommends {' '.join(self.names)}"
        missing = self._missing(machine)
        try:
            machine.run("apt-get", "install", "-y", "--no-install-recommends", *missing)
        except SetupError as error:
            raise SetupError(
                f"{error}\nmissing: {' '.join(missing)} (install them, or leave this out with --no-packages)"
            ) from error
        return ""

    def _missing(self, machine: Machine) -> list[str]:
        known = machine.run("dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n")
        there = {line.split()[1] for line in known.splitlines() if line.startswith("installed ")}
        return [name for name in self.names if name not in there]


@dataclass(frozen=True)
class User:
    """A user of the system whom nobody can be signed in as, in those groups that there are."""

    name: str
    groups: Sequence[str] = ()

    @property
    def says(self) -> str:
        return f"make the user {self.name}" + (f" in {', '.join(self.groups)}" if self.groups else "")

    def done(self, machine: Machine) -> bool:
        return machine.has_user(self.name)

    def do(self, machine: Machine) -> str:
        where = [] if machine.here else ["--prefix", str(machine.root)]
        groups = machine.groups(self.groups)
        more = ["--groups", ",".join(groups)] if groups else []
        shell = ["--home-dir", "/nonexistent", "--no-create-home", "--shell", "/usr/sbin/nologin"]
        machine.run("useradd", *where, "--system", "--user-group", *shell, *more, self.name)
        return ""


@dataclass(frozen=True)
class Folder:
    """A folder with that owner and mode; with ``keep`` one that is there stays as it is."""

    place: str
    owner: str = "root"
    mode: int = 0o755
    keep: bool = False

    @property
    def says(self) -> str:
        return f"make the folder {self.place} ({self.owner}, {self.mode:04o})"

    def done(self, machine: Machine) -> bool:
        path = machine.path(self.place)
        as_wanted = path.is_dir() and _mode(path) == self.mode and machine.owned(path, self.owner)
        return as_wanted or (self.keep and path.is_dir())

    def do(self, machine: Machine) -> str:
        path = machine.path(self.place)
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(self.mode)
        machine.give(path, self.owner)
        return ""


@dataclass(frozen=True)
class TextFile:
    """A file with that text, owner and mode; with ``keep`` one that is there keeps its text."""

    place: str
    text: Callable[[], tuple[str, str]] = field(repr=False)
    """Makes the text, and what the person should be told once it is written."""
    owner: str = "root"
    mode: int = 0o644
    keep: bool = False

    @property
    def says(self) -> str:
        return f"write {self.place} ({self.owner}, {self.mode:04o})" + (
            " if there is none" if self.keep else ""
        )

    def done(self, machine: Machine) -> bool:
        path = machine.path(self.place)
        if not path.is_file() or _mode(path) != self.mode or not machine.owned(path, self.owner):
            return False
        return self.keep or path.read_text("utf-8") == self.text()[0]

    def do(self, machine: Machine) -> str:
        path = machine.path(self.place)
        told = ""
        if not (self.keep and path.is_file()):
            text, told = self.text()
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            new.unlink(missing_ok=True)
            with open(new, "x", encoding="utf-8", opener=_private) as file:
                file.write(text)
            new.replace(path)
        path.chmod(self.mode)
        machine.give(path, self.owner)
        return told


@dataclass(frozen=True)
class Link:
    """A name on the path for a program of ours."""

    place: str
    target: Path

    @property
    def says(self) -> str:
        return f"link {self.place} to {self.target}"

    def done(self, machine: Machine) -> bool:
        path = machine.path(self.place)
        return path.is_symlink() and path.readlink() == self.target

    def do(self, machine: Machine) -> str:
        path = machine.path(self.place)
        if path.exists() and not path.is_symlink():
            raise SetupError(f"{path} is somebody else's file")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(self.target)
        return ""


@dataclass(frozen=True)
class Unit:
    """A unit is started with the machine, and now; another one, such as a login prompt, is not any more."""

    name: str
    instead_of: str = ""

    @property
    def says(self) -> str:
        return f"enable and start {self.name}" + (
            f", and disable {self.instead_of}" if self.instead_of else ""
        )

    def done(self, _: Machine) -> bool:
        return False  # a unit that runs is started anew, with what has been changed

    def do(self, machine: Machine) -> str:
        where = [] if machine.here else ["--root", str(machine.root)]
        if machine.alive:
            machine.run("systemctl", "daemon-reload")
        if self.instead_of:
            machine.run("systemctl", *where, "disable", self.instead_of)
        machine.run("systemctl", *where, "enable", self.name)
        if not machine.alive:
            return "no systemd runs here: it starts with the machine"
        machine.run("systemctl", "restart", self.name)
        return ""


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
