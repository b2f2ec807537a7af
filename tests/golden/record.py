"""``python -m tests.golden.record [NAME ...]``: record the days of `journals/`.

What is there is never recorded anew unless it is removed first: it is what programs of then have written, and
what they were asked and answered. ``demo`` is recorded from the folder of a ``branchline demo``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from branch.contract.basics import ROLES
from branch.domain import events as e
from branch.domain.kernel.decide import DECIDERS
from branch.domain.kernel.handlers import Decider
from tests.golden.days import COUNTER, DAYS, asked, demo
from tests.golden.recorded import DATA, FOLDER, PAGES, Reader, Recorded, page_of, report_of

TYPES = FOLDER / "event-types.txt"
ASKED_TICKETS = 14


def answer_all(recorded: Recorded, scratch: Path) -> None:
    """Ask today's service everything about a recorded branch, and put its answers down."""
    folder = recorded.folder
    with recorded.served(recorded.copy(scratch / "data")) as reader:
        starts = asked(folder, "SELECT day, first_seq FROM days ORDER BY day")
        days, after = [day for day, _ in starts], starts[-1][1] - 1
        answers = [reader.get(path, role) for role, path in _questions(reader, folder, days)]
        feed = {role: reader.feed(role, after, None) for role in sorted(ROLES)}
        branch = reader.get("/v1/branch", "manager")["answer"]
        told = {day: reader.get(f"/v1/visits?day={day}", "manager")["answer"] for day in days}
        reports = [{"day": day, "figures": report_of(visits, branch)} for day, visits in told.items()]
        if folder.name in PAGES:
            recorded.keep_page(page_of(told[days[-1]], branch, PAGES[folder.name]))
    _write(folder / "facts.json", {**recorded.facts, "after": after, "days": days})
    _write_lines(folder / "answers.jsonl", answers)
    _write_lines(folder / "reports.jsonl", reports)
    _press(folder / "feed.json.gz", json.dumps(feed, ensure_ascii=False, separators=(",", ":")))


def _questions(reader: Reader, folder: Path, days: list[str]) -> Iterator[tuple[str | None, str]]:
    yield None, "/v1/health"
    for role in sorted(ROLES):
        yield role, "/v1/snapshot"
        yield role, "/v1/branch"
    yield "counter", f"/v1/snapshot?counter={COUNTER}"
    for number in (1, 2, 3, 4):
        yield "counter", f"/v1/counters/{number}/figures"
    for day in days:
        yield "manager", f"/v1/visits?day={day}"
        yield "manager", f"/v1/cases?day={day}"
        yield "integration", f"/v1/slots?service=B&day={day}"
    for role, path in (("manager", "/v1/cases"), ("kiosk", "/v1/reprints"), ("kiosk", "/v1/alerts")):
        yield role, path
    for role in ("counter", "manager"):
        yield role, "/v1/alerts"
    tickets = reader.get("/v1/visits", "manager")["answer"]["visits"]
    every = max(1, len(tickets) // ASKED_TICKETS)
    for ticket in [visit["id"] for visit in tickets[::every]]:
        yield "kiosk", f"/v1/tickets/{ticket}"
        yield "counter", f"/v1/tickets/{ticket}"
        yield "manager", f"/v1/tickets/{ticket}/why?counter={COUNTER}"
        yield None, f"/t/{ticket}/state"
    booked = asked(folder, "SELECT data FROM events WHERE type = 'AppointmentBooked' ORDER BY seq")
    for appointment in [json.loads(text)["appointment"] for (text,) in booked][-ASKED_TICKETS:]:
        yield "manager", f"/v1/appointments?id={appointment}"
        yield "kiosk", f"/v1/appointments?id={appointment}"


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_lines(path: Path, values: list[dict[str, Any]]) -> None:
    lines = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _press(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _count_commands() -> set[str]:
    """The names of the commands of which anything has come, from now on."""
    done: set[str] = set()
    for kind, decider in list(DECIDERS.items()):

        def counted(
            *arguments: Any,
            _name: str = kind.__name__,
            _decider: Decider = decider,
        ) -> tuple[e.Event, ...]:
            events = _decider(*arguments)
            if events:
                done.add(_name)
            return events

        DECIDERS[kind] = counted
    return done


def _record(name: str, play: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch) / "work"
        work.mkdir()
        play(work)
        folder = FOLDER / name
        folder.mkdir(parents=True)
        for file in ("branch.toml", "facts.json"):
            shutil.copy(work / file, folder / file)
        for file in DATA:
            shutil.copy(work / "data" / file, folder / file)
            (folder / file).chmod(0o644)
        answer_all(Recorded(folder), Path(scratch))
    counts = dict(asked(folder, "SELECT type, count(*) FROM events GROUP BY type"))
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{name}: {sum(counts.values())} rows, {size // 1024} KB")
    print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())))


def main() -> int:
    """Record what is not there yet, and say what is still missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(DAYS)}")
    parser.add_argument("--demo", type=Path, help="the folder of a branchline demo, to be recorded as demo")
    options = parser.parse_args()
    done = _count_commands()
    for name in options.names:
        _record(name, DAYS[name])
    if options.demo is not None:
        _record("demo", lambda work: demo(work, options.demo))
    missing = sorted(kind.__name__ for kind in DECIDERS if kind.__name__ not in done)
    if "everything" in options.names and missing:
        print("commands of which nothing has come:", ", ".join(missing))
    recorded: set[str] = set()
    for path in FOLDER.glob("*/journal.db"):
        recorded |= {kind for (kind,) in asked(path.parent, "SELECT DISTINCT type FROM events")}
    known = {
        name
        for name, kind in vars(e).items()
        if isinstance(kind, type) and issubclass(kind, e.Event) and not kind.__subclasses__()
    }
    if known - recorded:
        print("types of events that are in no journal:", ", ".join(sorted(known - recorded)))
        return 1
    if not TYPES.exists():
        TYPES.write_text("".join(f"{kind}\n" for kind in sorted(recorded)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
