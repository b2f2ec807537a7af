"""A real board on a real service, and the people behind its counters; for tests and for the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

import assets
import display
from branch.qt.driving import driver
from branch.qt.list_models import KeyedListModel
from branch.qt.qt_app import make_engine
from branch.qt.service_link import ServiceLink
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages
from branch.service.config.branch_config import BranchConfig, parse
from display.board.board import Board
from display.board.hall_clock import HallClock
from display.hall_display import BoardOptions, HallDisplay
from display.sign.counter_sign import CounterSign
from tests.harness.branch import pin_hash
from tests.harness.metaobjects import of_their_own
from tests.harness.waiting import until

COUNTERS = 8
QML = Path(display.__file__).parent / "qml"


def branch_config(changes: Mapping[str, str] | None = None, *, counters: int = COUNTERS) -> BranchConfig:
    """The sample branch with eight counters for all services, each with its staff, and time to undo."""
    text = (assets.ROOT / "sample" / "branch.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[[counters]]")
    tail = "[limits]" + rest.partition("[limits]")[2]
    services = '["A", "B", "C", "V"]'
    numbers = range(1, counters + 1)
    desks = "".join(f"[[counters]]\nnumber = {n}\nservices = {services}\n" for n in numbers)
    staff = "".join(f'[[staff]]\nid = "{n:04}"\npin = "{pin_hash()}"\n' for n in numbers)
    text = head + desks + staff + tail
    for old, new in {"undo_seconds = 10": "undo_seconds = 600", **(changes or {})}.items():
        assert old in text, f"{old!r} is not in the branch.toml"
        text = text.replace(old, new)
    return parse(text)


@dataclass
class Pace:
    """How long moments last, as a share of what they would."""

    share: float

    def __call__(self, ms: int) -> int:
        """A duration at this pace."""
        return round(ms * self.share)


@dataclass
class Shown:
    """A board on screen. ``announced`` has every call that has had the main panel."""

    window: QQuickWindow
    board: Board
    link: ServiceLink
    clock: HallClock
    pace: Pace
    zones: list[Board] = field(default_factory=list)
    sign: CounterSign | None = None
    announced: list[tuple[str, int, bool]] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether an item of that objectName is to be seen."""
        return bool(driver.find_all(self.window, name))

    def text(self, name: str) -> str:
        """What it says; empty if it is not there."""
        found = driver.find_all(self.window, name)
        return driver.text_of(found[0]) if found else ""

    def listed(self) -> list[str]:
        """The numbers in the list's model, newest first."""
        return [str(key) for key in cast(KeyedListModel, self.board.rows).keys()]  # noqa: SIM118  # no dict

    @property
    def panel(self) -> dict[str, object]:
        """What the main panel shows."""
        return cast("dict[str, object]", self.board.panel)

    @property
    def look(self) -> str:
        """How loud it is."""
        return str(self.panel["look"])

    def resize(self, width: int, height: int) -> None:
        """Another screen."""
        self.window.setWidth(width)
        self.window.setHeight(height)
        # What is in the window hears of its size a little later than the window itself.
        inside = self.window.contentItem()
        until(lambda: (inside.width(), inside.height()) == (width, height))
        driver.settle(self.window)


@contextmanager
def shown_board(
    url: str,
    token: str,
    codes: Sequence[str] = ("zh", "en"),
    size: tuple[int, int] = (1920, 1080),
    *,
    heartbeat: float = 5.0,
    still: bool = False,
    pace: float = 0.1,
    slides: Path | None = None,
    theme: str = "dark",
    zones: Sequence[Sequence[str]] = (),
    counter: int | None = None,
    led: bool = False,
    arrived_leave: bool = False,
) -> Iterator[Shown]:
    """A board in a window, following that service; ``slides`` is a folder to show beside its calls,
    ``zones`` the services it shows: in one zone, or in several side by side,
    ``counter`` that above which it is a strip; with ``led`` it is a screen of lamps, with
    ``arrived_leave`` who is at the counter leaves it."""
    assert QGuiApplication.instance() is not None
    load_fonts()
    engine = make_engine([QML])
    languages = Languages(engine)
    link = ServiceLink("display", url, token, heartbeat=heartbeat)
    share = Pace(pace)
    made = HallDisplay(
        link,
        languages,
        BoardOptions(
            languages=tuple(codes),
            services=tuple(zones[0]) if len(zones) == 1 else (),
            zones=tuple(map(tuple, zones)) if len(zones) > 1 else (),
            counter=counter,
            led=QSize(*size) if led else None,
            theme=theme,
            arrived_leave=arrived_leave,
            still=still,
            slides=slides,
            windowed=True,
        ),
        paced=share,
    )
    engine.setInitialProperties(made.properties())
    engine.loadFromModule("Display", "Main")
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    board = made.board
    shown = Shown(window, board, link, made.clock, share, made.zones, made.sign)
    board.announced.connect(lambda *call: shown.announced.append(call))
    shown.resize(*size)
    link.start()
    try:
        yield shown
        assert (found := of_their_own()) == [], found
    finally:
        link.stop()
        made.stop()
        shiboken6.delete(engine)
        languages.stop()
