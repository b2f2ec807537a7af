"""Pictures of the board in every state: `pictures(folder)` makes them, with a real service."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from branch.qt import driver
from branch.qt.app import prepare_environment
from tests.display.shown import Hall, Shown, branch_config, shown_board, wait_for
from tests.running import clock_at, running_service

LANGUAGES = {"both": ("zh", "en"), "zh": ("zh",), "en": ("en",)}
SIZES = {"720p": (1280, 720), "4k": (3840, 2160), "portrait": (1080, 1920)}
SATURDAY = "2026-11-21T"
START = {
    "first = 1": "first = 33",
    "[[counters]]\nnumber = 3\n": '[[counters]]\nnumber = 3\ndirection = "left"\n',
    "[[counters]]\nnumber = 5\n": '[[counters]]\nnumber = 5\ndirection = "up"\n',
}
NOTHING: dict[str, str] = {}

State = Callable[[Hall, Shown], None]
Save = Callable[[str, Shown], None]


def quiet(_hall: Hall, shown: Shown) -> None:
    """Tellers have sat down, nobody has been called."""
    wait_for(lambda: shown.link.live)
    _hall.open(1, 2, 3)
    _hall.take("A", "A", "B")
    wait_for(lambda: shown.text("waiting-A").endswith("2"))


def unstaffed(_hall: Hall, shown: Shown) -> None:
    """The branch is open, no counter is."""
    wait_for(lambda: shown.link.live)


def _usual(hall: Hall, shown: Shown) -> None:
    wait_for(lambda: shown.link.live)
    hall.open(*range(1, 9))
    hall.take(*"CVABA", *"AAAAAABBBC")
    hall.call(6, 8, 2, 5)
    wait_for(lambda: len(shown.announced) == 4 and shown.look == "now")
    hall.serve(6, 8)


def _zoned(hall: Hall, shown: Shown) -> None:
    """Each zone has a call, and one of them some before it."""
    _usual(hall, shown)
    hall.call(3, 4)
    wait_for(lambda: len(shown.announced) == 6 and shown.look == "now")
    wait_for(lambda: all(cast("dict[str, str]", zone.panel)["look"] != "idle" for zone in shown.zones))


def calling(hall: Hall, shown: Shown) -> None:
    """The newest call has its moment."""
    _usual(hall, shown)
    shown.pace.share = 1.0
    hall.call(3)
    wait_for(lambda: shown.look == "calling" and shown.panel["counter"] == "3")
    # The four calls before it, and the counts; the service tells them at most five times a second.
    wait_for(lambda: len(shown.listed()) == 4 and shown.text("waiting-A").endswith("6"))


def now(hall: Hall, shown: Shown) -> None:
    """Its moment is over; the customer has not come yet."""
    calling(hall, shown)
    shown.pace.share = 0.1
    wait_for(lambda: shown.look == "now")
    shown.pace.share = 1.0


def calm(hall: Hall, shown: Shown) -> None:
    """The newest call is being served."""
    now(hall, shown)
    hall.serve(3)
    wait_for(lambda: shown.look == "calm")


def again(hall: Hall, shown: Shown) -> None:
    """A call is repeated."""
    now(hall, shown)
    hall.desk.recall(3)
    wait_for(lambda: shown.panel["again"])


def promised(hall: Hall, shown: Shown) -> None:
    """Two of those called have appointments; the newest is called again."""
    _usual(hall, shown)
    hall.by_appointment("B")
    hall.by_appointment("C")
    hall.call(3, 4)
    shown.pace.share = 1.0
    hall.desk.recall(3)
    wait_for(lambda: bool(shown.panel["again"]) and bool(shown.panel["promisedText"]))


def several(hall: Hall, shown: Shown) -> None:
    """Seven counters call at the same moment."""
    wait_for(lambda: shown.link.live)
    hall.open(*range(1, 9))
    hall.take(*"AABCAVAAABBC")
    shown.pace.share = 1.0
    hall.call(*range(1, 8))
    wait_for(lambda: len(shown.listed()) == 7)


def missed(hall: Hall, shown: Shown) -> None:
    """Two have not come."""
    now(hall, shown)
    hall.desk.no_show(2)
    hall.desk.no_show(5)
    wait_for(lambda: shown.has("missed") and len(shown.text("missed").split()) == 2)


def stale(hall: Hall, shown: Shown) -> None:
    """The line is lost."""
    now(hall, shown)
    hall.service.stop()
    wait_for(lambda: shown.has("staleBanner"))


def emergency(hall: Hall, shown: Shown) -> None:
    """The manager empties the hall."""
    now(hall, shown)
    text = {"zh": "请立即从最近的出口有序离开大厅", "en": "Please leave by the nearest exit"}
    hall.tell(level="emergency", text=text)
    wait_for(lambda: shown.has("emergencyScreen"))


def late(hall: Hall, shown: Shown) -> None:
    """After hours, with customers still there."""
    _usual(hall, shown)
    hall.call(3)
    wait_for(lambda: shown.panel["counter"] == "3" and shown.look == "now")
    wait_for(lambda: shown.has("lateText"), seconds=40)


def closed(_hall: Hall, shown: Shown) -> None:
    """There is nobody in the hall."""
    wait_for(lambda: shown.has("closedScreen"))


STATES: dict[str, tuple[State, str, dict[str, str]]] = {
    "quiet": (quiet, "09:02:00", NOTHING),
    "no-counter": (unstaffed, "09:02:00", NOTHING),
    "calling": (calling, "09:42:00", START),
    "now": (now, "09:42:00", START),
    "calm": (calm, "09:42:00", START),
    "again": (again, "09:42:00", START),
    "promised": (promised, "09:42:00", START),
    "several": (several, "09:42:00", START),
    "missed": (missed, "09:42:00", START),
    "stale": (stale, "14:32:00", START),
    "emergency": (emergency, "09:42:00", START),
    "late": (late, "16:59:45", START),
    "closed": (closed, "18:20:00", NOTHING),
    "opening-soon": (closed, "08:40:00", NOTHING),
    "break": (closed, "12:31:00", {'sat = ["09:00-17:00"]': 'sat = ["09:00-12:00", "13:30-17:00"]'}),
}
"""Name -> what leads there, the time of day, and what is different in branch.toml."""


@contextmanager
def _hall(at: str, changes: dict[str, str]) -> Iterator[Hall]:
    with tempfile.TemporaryDirectory() as folder:
        clock = clock_at(f"{SATURDAY}{at}+08:00")
        with running_service(Path(folder), branch_config(changes), clock) as service:
            hall = Hall(service)
            yield hall
            hall.close()


@contextmanager
def _board(
    codes: tuple[str, ...],
    at: str,
    changes: dict[str, str],
    size: tuple[int, int] = (1920, 1080),
    zones: tuple[tuple[str, ...], ...] = (),
) -> Iterator[tuple[Hall, Shown]]:
    with _hall(at, changes) as hall:
        token = hall.service.tokens["display"]
        with shown_board(hall.service.url, token, codes, size, heartbeat=1.0, zones=zones) as shown:
            yield hall, shown


def _waiting(codes: tuple[str, ...], save: Save, name: str) -> None:
    with shown_board("http://127.0.0.1:9", "none", codes) as shown:
        wait_for(lambda: str(shown.link.state) == "connecting")
        save(name, shown)


def _small(codes: tuple[str, ...], save: Save, language: str) -> None:
    """Strips above counters, and screens of lamps."""
    with _hall("09:42:00", START) as hall:
        url, token = hall.service.url, hall.service.tokens["display"]
        hall.open(*range(1, 7))
        hall.take(*"CVABAAAA")
        hall.call(3, 4, 5)
        hall.serve(4)
        hall.desk.pause(2, "lunch", 15)
        states = {"calling": 3, "serving": 4, "free": 1, "paused": 2, "closed": 7}
        for state, counter in states.items():
            with shown_board(url, token, codes, (1920, 360), counter=counter) as shown:
                wait_for(lambda: shown.link.live)  # asked at once
                save(f"strip-{state}-{language}", shown)
        for size in ((64, 16), (192, 64), (320, 96)):
            with shown_board(url, token, codes, size, led=True) as shown:
                wait_for(lambda: shown.link.live and shown.has("ledNumber"))  # asked at once
                save(f"led-{size[0]}-{language}", shown)


def pictures(folder: Path) -> list[Path]:
    """Make them all in `folder`; every state in every language, and some on other screens."""
    prepare_environment()
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []

    def save(name: str, shown: Shown) -> None:
        # What slides or fades has come to rest by the time the picture is taken.
        any(_rests(shown) for _ in range(20))
        made.append(folder / f"display-{name}.png")
        driver.grab(shown.window).save(str(made[-1]))

    for language, codes in LANGUAGES.items():
        for state, (lead, at, changes) in STATES.items():
            with _board(codes, at, changes) as (hall, shown):
                lead(hall, shown)
                save(f"{state}-{language}", shown)
                if state in {"now", "promised", "quiet", "stale", "opening-soon", "emergency"}:
                    for size, (width, height) in SIZES.items():
                        shown.resize(width, height)
                        save(f"{state}-{language}-{size}", shown)
        for theme in ("light", "contrast"):
            for state in ("quiet", "calling", "missed", "stale", "opening-soon"):
                lead, at, changes = STATES[state]
                with _board(codes, at, changes) as (hall, shown):
                    shown.window.setProperty("look", theme)
                    lead(hall, shown)
                    save(f"{state}-{language}-{theme}", shown)
        for zones in ((("A", "C"), ("B",)), (("A",), ("B",), ("C", "V"))):
            with _board(codes, "09:42:00", START, zones=zones) as (hall, shown):
                _zoned(hall, shown)
                save(f"zones-{len(zones)}-{language}", shown)
        _small(codes, save, language)
        _waiting(codes, save, f"waiting-{language}")
    app.processEvents()
    return made


def _rests(shown: Shown) -> bool:
    """Whether two frames in a row are the same."""
    before = driver.grab(shown.window)
    QTest.qWait(40)
    return before == driver.grab(shown.window)
