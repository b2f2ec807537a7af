"""The machine that is set up: this one, or one in a folder, such as the disk of another or a test's."""

from __future__ import annotations

import grp
import os
import pwd
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

VENV = Path(sys.prefix)
"""Where this program is installed, on the machine that it sets up too."""

Run = Callable[[Sequence[str], "str | None"], str]


class SetupError(Exception):
    """A step could not be done; the message is one line or a few, and says what to do."""


class Machine:
    """Files below ``root``, and commands that act on it; ``run`` stands for running a command in tests."""

    def __init__(self, root: Path = Path("/"), run: Run | None = None) -> None:
        self.root = root
        self.here = root == Path("/")
        """Whether it is the machine that we run on, and not the disk of another one."""
        self._run = run or run_command

    def path(self, place: str | Path) -> Path:
        """Where a place of the machine, such as /etc/branchline, is for us."""
        return self.root / Path(place).relative_to("/")

    @property
    def alive(self) -> bool:
        """Whether its systemd runs and can start something; not so in a container or on another's disk."""
        return self.here and Path("/run/systemd/system").is_dir()

    def run(self, *command: str, user: str | None = None) -> str:
        """Run a command to its end, as ``user`` or ourselves; its output. Raises SetupError."""
        return self._run(command, user if self.here else None)

    def has_user(self, name: str) -> bool:
        """Whether it has that user."""
        return self._ids(name) is not None

    def give(self, path: Path, owner: str) -> None:
        """Have a user own a file or folder; on another's disk only where we may."""
        ids = self._ids(owner)
        if ids is None:
            raise SetupError(f"there is no user {owner}")
        if os.geteuid() == 0:
            os.chown(path, *ids)

    def owned(self, path: Path, owner: str) -> bool:
        """Whether that user owns it; taken for granted where we could not change it."""
        there = path.stat()
        return os.geteuid() != 0 or (there.st_uid, there.st_gid) == self._ids(owner)

    def home(self, name: str) -> str:
        """The home folder of that user, as the machine calls it."""
        fields = self._fields(name)
        if fields is None:
            raise SetupError(f"there is no user {name}")
        return fields[5]

    def _ids(self, name: str) -> tuple[int, int] | None:
        fields = self._fields(name)
        return None if fields is None else (int(fields[2]), int(fields[3]))

    def _fields(self, name: str) -> tuple[str, ...] | None:
        """What passwd(5) says of that user: name, password, user and group id, comment, home, shell."""
        if self.here:
            try:
                return tuple(map(str, pwd.getpwnam(name)))
            except KeyError:
                return None
        users = self.path("/etc/passwd")
        for line in users.read_text("utf-8").splitlines() if users.exists() else ():
            fields = tuple(line.split(":"))
            if fields[0] == name and len(fields) == 7:
                return fields
        return None

    def groups(self, wanted: Sequence[str]) -> list[str]:
        """Those of the wanted groups that it has."""
        if self.here:
            there = {group.gr_name for group in grp.getgrall()}
        else:
            listed = self.path("/etc/group")
            lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
            there = {line.split(":")[0] for line in lines}
        return [name for name in wanted if name in there]


def run_command(command: Sequence[str], user: str | None) -> str:
    """Run a command of the system and give its output; raises SetupError with what it said last."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    try:
        if user is None:
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)  # noqa: S603 - ours
        else:
            ids = pwd.getpwnam(user)
            done = subprocess.run(  # noqa: S603 - ours
                command,
                capture_output=True,
                text=True,
                check=False,
                env=quiet | {"HOME": ids.pw_dir},
                cwd="/",
                user=ids.pw_uid,
                group=ids.pw_gid,
                extra_groups=[],
            )
    except (OSError, KeyError) as error:
        raise SetupError(f"{' '.join(command)}: {error}") from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").splitlines()
        raise SetupError(f"{' '.join(command[:4])}: {said[-1]}")
    return done.stdout
