"""Follows docs/operating.md on a bare Debian 12, from the bundle to the first ticket: `python -m tests.walk`.

Needs root, debootstrap and Debian's mirror. The commands are those of the page, word by word but for the
printer's address. In a root folder no systemd runs, so what the units start is started here, as their users
and with their surroundings; the kiosk draws in the cage of its unit, on a screen that nobody sees.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError
from tests.devices.printers.decode import Receipt
from tests.devices.printers.fake import FakePrinter, on_network
from tests.harness.waiting import until
from tools import bundle
from tools.sources import ROOT

PRINTER = "tcp://192.168.1.40:9100"
SCREEN = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
"""A screen for cage that is none."""


class Bare:
    """A bare machine in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def type(self, command: str) -> str:
        """What root types at its terminal; what it says. Ends the walk where it fails."""
        print(f"# {command}", flush=True)
        done = subprocess.run(
            ["chroot", self.root, "/bin/bash", "-c", f"cd /root && {command}"],
            env={
                "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME": "/root",
                "DEBIAN_FRONTEND": "noninteractive",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        print("\n".join(f"  {line}" for line in done.stdout.splitlines()[-40:]))
        if done.returncode:
            raise SystemExit(f"that ended with {done.returncode}")
        return done.stdout

    @contextmanager
    def unit(self, name: str, *more: str, **surroundings: str) -> Iterator[subprocess.Popen[str]]:
        """Run what a unit of it starts, as its user."""
        text = (self.root / "etc/systemd/system" / name).read_text("utf-8")
        said = dict(re.findall(r"^(\w+)=(.+)$", text, re.M))
        environment = " ".join(re.findall(r"^Environment=(.+)$", text, re.M))
        variables = dict(word.partition("=")[::2] for word in shlex.split(environment))
        file = self.root / said.get("EnvironmentFile", "").lstrip("-/")
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            if not line.startswith("#"):
                key, _, value = line.partition("=")
                variables[key] = value.strip('"')
        for kind, place in (
            ("LogsDirectory", "var/log"),
            ("CacheDirectory", "var/cache"),
            ("RuntimeDirectory", "run"),
        ):
            if kind in said:
                self.type(f"install -d -m 700 -o {said['User']} /{place}/{said[kind]}")
        command = said["ExecStart"].replace("$BRANCHLINE_OPTIONS", variables.pop("BRANCHLINE_OPTIONS", ""))
        words = [
            "chroot",
            f"--userspec={said['User']}:{said['User']}",
            str(self.root),
            *shlex.split(command),
            *more,
        ]
        with subprocess.Popen(
            words,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"} | variables | surroundings,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield process
            finally:
                process.terminate()


def main() -> int:
    """Walk; 0 when the ticket is in hand."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk")
    parser.add_argument("--bundle", type=Path, help="an archive that is there already")
    parser.add_argument("--root", type=Path, help="a bare Debian in a folder, of which a copy is used")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="walk-")))
        bare = stack.enter_context(machine(folder / "root", options.root))
        archive = options.bundle or _made(folder)
        shutil.copy(archive, bare.root / "root")
        printer = FakePrinter()
        port = stack.enter_context(on_network(printer))
        began = time.monotonic()
        for command in commands():
            bare.type(command.replace(PRINTER, f"'tcp://127.0.0.1:{port}?mode=text'"))
        print(f"test ticket:\n{_told(printer.wait_for_ticket())}")
        _always_open(bare.root / "etc/branchline/branch.toml")
        bare.type("/opt/branchline/bin/branchline check --config /etc/branchline/branch.toml || [ $? = 1 ]")
        stack.enter_context(bare.unit("branchline.service"))
        until(_answers, "the service answers", seconds=60)
        ticket = _first_ticket(bare, printer)
        print(f"first ticket after {time.monotonic() - began:.0f} s:\n{_told(ticket)}")
        if "A001" not in ticket.text or not ticket.qr:
            raise SystemExit("that is not the first ticket")
    print("ok")
    return 0


def commands() -> list[str]:
    """The block of the page that makes a bare machine a branch."""
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    block = re.search(r"one bare Debian 12 machine, as root:\n\n((?: {4}.+\n)+)", page)
    assert block is not None, "docs/operating.md has no commands for a bare machine"
    return [line.strip() for line in block[1].splitlines()]


@contextmanager
def machine(root: Path, bare: Path | None) -> Iterator[Bare]:
    """A bare Debian 12 with what the kernel gives every machine."""
    if bare is not None:
        subprocess.run(["cp", "-a", bare, root], check=True)
    else:
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv", "bookworm", root],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    mounts = [
        ("proc", "proc", root / "proc"),
        ("tmpfs", "tmpfs", root / "tmp"),
        ("devpts", "devpts", root / "dev/pts"),
        ("tmpfs", "tmpfs", root / "dev/shm"),
    ]
    for kind, source, place in mounts:
        place.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", kind, source, place], check=True)
    try:
        yield Bare(root)
    finally:
        for _, _, place in mounts:
            subprocess.run(["umount", "--lazy", place], check=True)


def _first_ticket(bare: Bare, printer: FakePrinter) -> Receipt:
    """Touch the first service and wait for the paper."""
    with bare.unit("branchline-kiosk.service", "--autopilot", "0", **SCREEN) as kiosk:
        with Autopilot.of(kiosk, timeout=60) as hand:
            hand.tap("service-A")
            hand.wait("thanksNumber", equals="A001")
            ticket = printer.wait_for_ticket(2)
            hand.quit()
        kiosk.wait(30)
    return ticket


def _always_open(config: Path) -> None:
    """What an engineer does first, here so that the walk can be done at night."""
    text = re.sub(
        r"^(mon|tue|wed|thu|fri|sat|sun) = .*$",
        r'\1 = ["00:00-23:59"]',
        config.read_text("utf-8"),
        flags=re.M,
    )
    config.write_text(text, encoding="utf-8")


def _answers() -> bool:
    try:
        with Api("http://127.0.0.1:8750", attempts=1) as api:
            return api.health()["status"] == "ok"
    except ServiceError:
        return False


def _made(folder: Path) -> Path:
    bundle.main(["--out", str(folder), "--systems", "linux"])
    return next(folder.glob("branchline-*.tar.gz"))


def _told(receipt: Receipt) -> str:
    return "\n".join(f"  | {line}" for line in [*receipt.text.splitlines(), *receipt.qr])


if __name__ == "__main__":
    sys.exit(main())
