"""A serial line with two ends: a pseudo-terminal, with us as the devices on it."""

from __future__ import annotations

import os
import select
import time
import tty
from pathlib import Path

from branch.devices.signs.sign_config import Signs, read

CONFIG = """
[line]
port = "{port}"
gap_ms = 1
refresh_s = 3600
[frame]
send = "AA {{address}} {{attribute}} {{text}} {{checksum}} FF"
receive = "AB {{address}} {{key}} {{checksum}} FF"
checksum_skip = 1
[texts]
free = {{ text = "空闲" }}
[keys]
4E = "next"
50 = "primary"
52 = "recall"
4D = "no-show"
[[signs]]
counter = 1
address = 17
[[signs]]
counter = 2
address = 18
"""

TEXT = 8


class SignLine:
    """The devices' end of a line at ``path``, which each new pseudo-terminal takes over."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ours = -1
        self._seen = b""
        self.plug()

    def plug(self) -> None:
        """The converter is there."""
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(theirs))
        self._theirs = theirs

    def unplug(self) -> None:
        """The converter is pulled out."""
        os.close(self._ours)
        os.close(self._theirs)
        self.path.unlink()
        self._seen = b""

    def press(self, address: int, key: int, times: int = 1) -> None:
        """A button, perhaps with a contact that bounces."""
        os.write(self._ours, bytes([0xAB, address, key, (address + key) & 0xFF, 0xFF]) * times)

    def shows(self, seconds: float = 10) -> dict[int, str]:
        """The last text of each sign, after one more frame at least has come."""
        until = time.monotonic() + seconds
        size = 3 + TEXT + 2
        while len(self._seen) < size:
            assert select.select([self._ours], [], [], max(0, until - time.monotonic()))[0], "no frame came"
            self._seen += os.read(self._ours, 4096)
        found = {}
        while len(self._seen) >= size:
            frame, self._seen = self._seen[:size], self._seen[size:]
            assert frame[0] == 0xAA, frame
            assert frame[-2] == sum(frame[1:-2]) & 0xFF
            found[frame[1]] = frame[3:-2].decode("gb18030").rstrip()
        return found

    def wait_for(self, address: int, text: str) -> None:
        """Wait for that text on that sign."""
        seen: dict[int, str] = {}
        end = time.monotonic() + 15
        while seen.get(address) != text:
            assert time.monotonic() < end, f"{seen} and not {text!r}"
            seen |= self.shows()

    def config(self, folder: Path) -> tuple[Path, Signs]:
        """signs.toml for this line."""
        file = folder / "signs.toml"
        file.write_text(CONFIG.format(port=self.path), encoding="utf-8")
        return file, read(file)
