"""Pictures of the board in every state: `pictures(keep)` makes them, with a real service."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from branch.qt.qt_app import prepare_environment
from tests.display.halls import START, board, usual
from tests.display.pictures_layouts import layouts
from tests.display.shown import Shown, shown_board
from tests.harness.album import Keep
from tests.harness.hall import Hall
from tests.harness.waiting import until

LANGUAGES = {"both": ("zh", "en"), "zh": ("zh",), "en": ("en",)}
SIZES = {"720p": (1280, 720), "4k": (3840, 2160), "portrait": (1080, 1920)}
NOTHING: dict[str, str] = {}

State = Callable[[Hall, Shown], None]
Save = Callable[[str, Shown], None]


def _waiting_for_a(shown: Shown) -> int:
    return next(one["waiting"] for one in shown.link.view.services if one["id"] == "A")


def quiet(_hall: Hall, shown: Shown) -> None:
    """Tellers have sat down, nobody has been called."""
    until(lambda: shown.link.live)
    _hall.open(1, 2, 3)
    _hall.take("A", "A", "B")
    until(lambda: _waiting_for_a(shown) == 2)


def unstaffed(_hall: Hall, shown: Shown) -> None:
    """The branch is open, no counter is."""
    until(lambda: shown.link.live)


def calling(hall: Hall, shown: Shown) -> None:
    """The newest call has its moment."""
    usual(hall, shown)
    shown.pace.share = 1.0
    hall.call(3)
    until(lambda: shown.look == "calling" and shown.panel["counter"] == "3")
    # The four calls before it, and the counts; the service tells them at most five times a second.
    until(lambda: len(shown.listed()) == 4 and _waiting_for_a(shown) == 6)


def now(hall: Hall, shown: Shown) -> None:
    """Its moment is over; the customer has not come yet."""
    calling(hall, shown)
    shown.pace.share = 0.1
    until(lambda: shown.look == "now")
    shown.pace.share = 1.0


def calm(hall: Hall, shown: Shown) -> None:
    """The newest call is being served."""
    now(hall, shown)
    hall.serve(3)
    until(lambda: shown.look == "calm")


def again(hall: Hall, shown: Shown) -> None:
    """A call is repeated."""
    now(hall, shown)
    hall.desk.recall(3)
    until(lambda: shown.panel["again"])


def promised(hall: Hall, shown: Shown) -> None:
    """Two of those called have appointments; the newest is called again."""
    usual(hall, shown)
    hall.by_appointment("B")
    hall.by_appointment("C")
    hall.call(3, 4)
    shown.pace.share = 1.0
    hall.desk.recall(3)
    until(lambda: bool(shown.panel["again"]) and bool(shown.panel["promisedText"]))


def several(hall: Hall, shown: Shown) -> None:
    """Seven counters call at the same moment."""
    until(lambda: shown.link.live)
    hall.open(*range(1, 9))
    hall.take(*"AABCAVAAABBC")
    shown.pace.share = 1.0
    hall.call(*range(1, 8))
    until(lambda: len(shown.listed()) == 7)


def missed(hall: Hall, shown: Shown) -> None:
    """Two have not come."""
    now(hall, shown)
    hall.desk.no_show(2)
    hall.desk.no_show(5)
    until(lambda: shown.has("missed") and len(shown.text("missed").split()) == 2)


def stale(hall: Hall, shown: Shown) -> None:
    """The line is lost."""
    now(hall, shown)
    hall.service.stop()
    until(lambda: shown.has("staleBanner"))


def emergency(hall: Hall, shown: Shown) -> None:
    """The manager empties the hall."""
    now(hall, shown)
    text = {"zh": "请立即从最近的出口有序离开大厅", "en": "Please leave by the nearest exit"}
    hall.tells(text, level="emergency")
    until(lambda: shown.has("emergencyScreen"))


def late(hall: Hall, shown: Shown) -> None:
    """After hours, with customers still there."""
    usual(hall, shown)
    hall.call(3)
    until(lambda: shown.panel["counter"] == "3" and shown.look == "now")
    until(lambda: shown.has("lateText"), seconds=40)


def closed(_hall: Hall, shown: Shown) -> None:
    """There is nobody in the hall."""
    until(lambda: shown.has("closedScreen"))


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


def _waiting(codes: tuple[str, ...], save: Save, name: str) -> None:
    with shown_board("http://127.0.0.1:9", "none", codes) as shown:
        until(lambda: str(shown.link.state) == "connecting")
        save(name, shown)


def pictures(keep: Keep) -> None:
    """Make them all; every state in every language, and some on other screens."""
    prepare_environment()
    app = QGuiApplication.instance() or QGuiApplication([])

    def save(name: str, shown: Shown) -> None:
        # What slides or fades has come to rest by the time the picture is taken.
        any(_rests(shown) for _ in range(20))
        keep(f"display-{name}", shown.grab())

    for language, codes in LANGUAGES.items():
        for state, (lead, at, changes) in STATES.items():
            with board(codes, at, changes) as (hall, shown):
                lead(hall, shown)
                save(f"{state}-{language}", shown)
                if state in {"now", "promised", "quiet", "stale", "opening-soon", "emergency"}:
                    for size, (width, height) in SIZES.items():
                        shown.resize(width, height)
                        save(f"{state}-{language}-{size}", shown)
        for theme in ("light", "contrast"):
            for state in ("quiet", "calling", "missed", "stale", "opening-soon"):
                lead, at, changes = STATES[state]
                with board(codes, at, changes) as (hall, shown):
                    shown.window.setProperty("look", theme)
                    lead(hall, shown)
                    save(f"{state}-{language}-{theme}", shown)
        layouts(language, codes, save)
        _waiting(codes, save, f"waiting-{language}")
    app.processEvents()


def _rests(shown: Shown) -> bool:
    """Whether two frames in a row are the same."""
    before = shown.grab()
    QTest.qWait(40)
    return before == shown.grab()
