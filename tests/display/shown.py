"""A real board on a real service, and the people behind its counters; for tests and for the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

import assets
import display
from branch.qt.list_models import KeyedListModel
from branch.qt.service_link import ServiceLink
from branch.service.config.branch_config import BranchConfig, parse
from display.hall_display import BoardOptions, HallDisplay
from tests.harness.branch import pin_hash
from tests.harness.window import Window, stage

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


class Shown(Window):
    """A board on screen. ``announced`` has every call that has had the main panel."""

    def __init__(self, window: QQuickWindow, display: HallDisplay, link: ServiceLink, pace: Pace) -> None:
        super().__init__(window)
        self.board, self.zones, self.sign = display.board, display.zones, display.sign
        self.link, self.clock, self.pace = link, display.clock, pace
        self.announced: list[tuple[str, int, bool]] = []
        self.board.announced.connect(lambda *call: self.announced.append(call))

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


@contextmanager
def shown_board(
    url: str,
    token: str,
    codes: Sequence[str] = ("zh", "en"),
    size: tuple[int, int] = (1920, 1080),
    *,
    heartbeat: float = 2.0,
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
    with stage(QML) as made:
        link = ServiceLink("display", url, token, heartbeat=heartbeat)
        share = Pace(pace)
        options = BoardOptions(
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
        )
        hall = HallDisplay(link, made.languages, options, paced=share)
        try:
            shown = Shown(made.load("Display", hall.properties()), hall, link, share)
            shown.resize(*size)
            link.start()
            yield shown
        finally:
            link.stop()
            hall.stop()
