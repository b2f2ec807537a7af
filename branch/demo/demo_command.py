"""``branchline demo``: a business day of a whole branch, in minutes, through the real programs."""

from __future__ import annotations

import argparse
import logging
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tqdm import tqdm

import assets
from branch.analytics.report.report_page import write_report
from branch.client.autopilot_client import Autopilot, AutopilotError
from branch.client.calls.service_api import Api
from branch.commands import UserError
from branch.commands.setup_branch import with_pins
from branch.contract.basics import ROLES
from branch.contract.times import clock_from_text
from branch.demo.contract_watch import ContractWatch
from branch.demo.crowd import Crowd, visitors
from branch.demo.demo_hall import HallWatch
from branch.demo.processes import Stage, StageError
from branch.demo.tellers import Teller
from branch.voice.player import has_card

log = logging.getLogger(__name__)

FINAL = {"served", "cancelled", "expired", "missed"}
"""How a ticket may end; a missed one nobody came back for is final with the day."""

OVERTIME_S = 2 * 3600.0
"""Simulated seconds after closing at which everybody is sent home."""

COUNTERS = (2, 4)
"""Two counters of the sample branch that serve everything between them."""

START_S = 6
"""Real seconds before opening at which the clock begins: the apps need one or two to find the service."""

_START = "09:00"
_ZONE = ZoneInfo("Asia/Shanghai")


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    parser.add_argument("--minutes", type=float, default=480, help="length of the simulated day (480)")
    parser.add_argument("--speed", type=float, default=200, help="simulated seconds in a real one (200)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another crowd (1)")
    parser.add_argument("--out", type=Path, default=Path("out/demo"), help="where pictures and report go")


def run(_: str, options: argparse.Namespace) -> int:
    """Play the day; 0 only if every ticket ended in a final state and nothing logged an error."""
    if not 10 <= options.minutes <= 480 or not 1 <= options.speed <= 1000:
        raise UserError("--minutes is 10 to 480, --speed 1 to 1000")
    logging.basicConfig(level=logging.WARNING)
    began = time.monotonic()
    demo = Demo(options.out, options.minutes * 60, options.speed, options.seed)
    try:
        trouble = demo.play()
    except (StageError, AutopilotError) as error:
        trouble = [str(error)]
    finally:
        ending = demo.close()
    trouble += ending
    for line in trouble:
        print(f"branchline demo: {line}", file=sys.stderr)
    if demo.report is not None:
        print(f"{demo.summary} in {time.monotonic() - began:.0f} s")
        print(f"report   {demo.report}\npictures {demo.out / 'screens'}\ntickets  {demo.out / 'tickets'}")
    return 1 if trouble else 0


def voice() -> tuple[str, ...]:
    """The board speaks where it can be heard; else its pictures would tell of a missing sound device."""
    return () if has_card() else ("--mute",)


@dataclass
class Camera:
    """Takes each picture once."""

    folder: Path
    taken: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def snap(self, name: str, hand: Autopilot, window: str | None) -> None:
        """A picture of that app, unless there is one of that name."""
        with self._lock:
            if name in self.taken:
                return
            self.taken.add(name)
        hand.grab(self.folder / f"{name}.png", window=window)


class Demo:
    """One simulated day and its folder."""

    def __init__(self, out: Path, length: float, speed: float, seed: int) -> None:
        self.out = out
        self.report: Path | None = None
        self.summary = ""
        self._length, self._speed, self._seed = length, speed, seed
        for name in ("screens", "tickets", "data", "settings", "logs"):
            _empty(out / name)
        self._camera = Camera(out / "screens")
        self._stage = Stage(out)
        self._hall: HallWatch | None = None
        self._contract: ContractWatch | None = None
        self._trouble: list[str] = []

    def play(self) -> list[str]:
        """From the first program's start to the report; what went wrong, one line each."""
        config, pins = with_pins((assets.ROOT / "sample" / "branch.toml").read_text(encoding="utf-8"))
        path = self.out / "branch.toml"
        path.write_text(config.replace("# kiosk-1 = {", "kiosk = {"), encoding="utf-8")  # its place by name
        data = str(self.out / "data")
        tokens = {role: self._stage.run_once("token", "--data", data, "--role", role) for role in ROLES}
        opening = _saturday()
        begins = opening - timedelta(seconds=START_S * self._speed)
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        windowed = ("--service", url, "--windowed")
        tickets = f"png:{self.out / 'tickets'}"
        # The apps first: they wait for the service and say so, and the day begins with everybody there.
        kiosk, board, *desks = self._stage.start_apps(
            ("kiosk", "kiosk", (*windowed, "--token", tokens["kiosk"], "--printer", tickets)),
            ("display", "display", (*windowed, *voice(), "--token", tokens["display"])),
            *(
                (f"counter-{number}", "counter", (*windowed, "--token", tokens["counter"]))
                for number in COUNTERS
            ),
        )
        assert kiosk.hand is not None and board.hand is not None  # noqa: S101, PT018 - apps
        self._camera.snap("kiosk-waiting-for-service", kiosk.hand, None)
        self._stage.start_service(
            *("--config", str(path), "--data", data, "--host", "127.0.0.1", "--port", str(port)),
            *("--no-announce", "--clock-start", begins.isoformat(), "--clock-speed", str(self._speed)),
        )
        contract = self._contract = ContractWatch(url, tokens, COUNTERS[0])
        hall = self._hall = HallWatch(url, tokens["manager"], round(opening.timestamp() * 1000), self._speed)
        board.hand.wait("closedScreen", timeout=START_S)
        self._camera.snap("display-before-opening", board.hand, None)
        self._camera.snap("kiosk-before-opening", kiosk.hand, None)
        started = hall.now()  # a machine that was slow to start has missed the first customers
        people = [v for v in visitors(self._length, self._seed) if v.at > started]
        crowd = Crowd(kiosk.hand, hall, people, self._camera.snap)
        tellers = [
            Teller(n, staff, pin, desk, hall, crowd, self._camera.snap, board.another_hand())
            for n, desk, (staff, pin) in zip(COUNTERS, desks, pins.items(), strict=True)
        ]
        work = [self._thread(crowd.run), *(self._thread(teller.run) for teller in tellers)]
        self._watch(work, hall, board.hand, len(people), crowd)
        self._finish(url, tokens["manager"], kiosk.hand, board.hand)
        contract.sample()
        self._trouble += contract.faults()
        return self._trouble

    def close(self) -> list[str]:
        """End all programs; what went wrong, one line each."""
        if self._hall is not None:
            self._hall.close()
        if self._contract is not None:
            self._contract.close()
        return [*self._stage.close(), *self._stage.logged_errors()]

    def _watch(
        self, work: list[threading.Thread], hall: HallWatch, board: Autopilot, expected: int, crowd: Crowd
    ) -> None:
        """Show the day passing until all have gone home."""
        minutes = round(self._length / 60)
        quiet = 0.5 if sys.stderr.isatty() else 15  # a log needs no moving picture
        with tqdm(total=minutes, unit="min", desc="day", file=sys.stderr, mininterval=quiet) as bar:
            while any(thread.is_alive() for thread in work):
                now = hall.now()
                served = len(hall.numbers("served"))
                bar.set_postfix_str(f"{crowd.came}/{expected} came, {served} served", refresh=False)
                bar.update(max(0, min(minutes, round(now / 60)) - bar.n))
                for share, name in ((0.02, "early"), (0.3, "morning"), (0.6, "afternoon")):
                    if now > share * self._length:
                        self._camera.snap(f"display-{name}", board, None)
                if now > self._length + OVERTIME_S and not self._trouble:
                    self._trouble.append("the branch did not empty in time")
                if self._trouble:
                    hall.stop_asked.set()
                work[0].join(0.2)
                if not work[0].is_alive():
                    next((t for t in work if t.is_alive()), work[0]).join(0.2)
            bar.update(minutes - bar.n)

    def _finish(self, url: str, token: str, kiosk: Autopilot, board: Autopilot) -> None:
        with Api(url, token) as api:
            day, branch = api.visits(), api.branch()
        visits = day["visits"]
        ends = Counter(visit["status"] for visit in visits)
        self._trouble += [
            f"{visit['number']} was left {visit['status']}"
            for visit in visits
            if visit["status"] not in FINAL
        ]
        if not visits:
            self._trouble.append("nobody took a number")
        self._camera.snap("kiosk-end", kiosk, None)
        self._camera.snap("display-end", board, None)
        self.report = write_report(
            self.out,
            visits,
            branch,
            cases=day["cases"],
            appointments=day.get("appointments"),
            announcements=day.get("announcements"),
            head=day.get("head"),
        )
        told = ", ".join(f"{count} {status}" for status, count in sorted(ends.items()))
        rated = sum(visit["rating"] is not None for visit in visits)
        self.summary = f"{len(visits)} tickets: {told}; {rated} rated"

    def _thread(self, work: Callable[[], None]) -> threading.Thread:
        def guarded() -> None:
            try:
                work()
            except (AutopilotError, OSError) as error:
                self._trouble.append(str(error))

        thread = threading.Thread(target=guarded, daemon=True)
        thread.start()
        return thread


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _saturday() -> datetime:
    """Nine o'clock on the last Saturday, in the branch's zone."""
    today = datetime.now(_ZONE).date()
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return datetime.combine(saturday, clock_from_text(_START), _ZONE)


def _empty(folder: Path) -> None:
    """Only what an earlier demo left there: files, and log folders below."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
