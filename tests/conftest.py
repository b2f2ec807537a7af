"""What every test stands on: no screen, no proxies, one time zone, nobody's home folder, no loose ends."""

from __future__ import annotations

import gc
import itertools
import os
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.harness import golden
from tests.harness.logs import LogFailHandler
from tests.harness.timing import HandTime, hand_time

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
HOMES = (
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)


LONGEST = (
    "kiosk/test_every_mode.py",
    "e2e/test_day.py",
    "kiosk/test_every_state.py",
    "analytics/report/test_page.py",
    "counter/test_pictures.py",
    "kiosk/shell/test_machine.py",
    "kiosk/shell/test_program.py",
    "display/board/test_storm.py",
    "display/board/test_layout.py",
    "counter/shell/test_survival.py",
    "display/test_board_voice.py",
    "counter/shell/test_preferences.py",
    "cli/test_commands.py",
    "e2e/test_power_cut.py",
    "domain/test_hall_machine.py",
)
"""Files that a run begins with: begun last, they would be waited for while the other workers have no work."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--onscreen` shows the windows that the tests work; `--rewrite-golden` renews what is kept in files."""
    parser.addoption("--onscreen", action="store_true", help="show windows on the real screen")
    parser.addoption(
        golden.OPTION, action="store_true", help="have golden pictures and JSON take on what is made now"
    )


def pytest_xdist_auto_num_workers() -> int:
    """Twice as many as there are processors: many tests wait for a program to start or to end."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have the longest files come first; `--no-loadscope-reorder` keeps it so in several workers."""
    first = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: first.get(item.path, len(LONGEST)))


def pytest_configure(config: pytest.Config) -> None:
    """Settle what Qt reads from the environment before anything starts it. No example is timed."""
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    config.addinivalue_line(
        "markers",
        "expects_log(*patterns): the test provokes warnings in the log, all or those",
    )
    config.addinivalue_line("markers", "leaves_timers: the test may end with Qt timers or threads running")
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    if config.getoption(golden.OPTION):
        os.environ[golden.VARIABLE] = "1"
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()


_tests = itertools.count(1)

FULL_EVERY = 25
"""Tests between two collections of everything."""


@pytest.fixture(autouse=True, scope="session")
def garbage_is_the_main_threads() -> Iterator[None]:
    """Collect between tests and never in a thread: see `branch.qt.process.garbage`. The service that a test
    starts has threads in this process, and the windows of the test before are garbage."""
    gc.disable()
    yield
    gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Collect what the test has left, once all its fixtures have ended."""
    result = yield
    gc.collect(2 if next(_tests) % FULL_EVERY == 0 else 1)
    return result


@pytest.fixture(autouse=True)
def clean_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No proxies, and a home folder that is nobody's."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name in HOMES:
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def fail_on_logged_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a failure, unless the test is marked `expects_log` or captures that level."""
    handler = LogFailHandler()
    mark = request.node.get_closest_marker("expects_log")
    if mark is not None:
        handler.expect(*mark.args or (".*",))
    handler.begin()
    yield
    handler.end()
    if handler.unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(handler.unexpected), pytrace=False)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The apps are QML only: no widgets."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture
def hand() -> Iterator[HandTime]:
    """The apps' time, standing until the test moves it; to be named before what makes an app."""
    with hand_time() as hand:
        yield hand


@pytest.fixture(autouse=True)
def no_loose_ends(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For tests that use Qt: fail on a timer or thread left running, and say which line started it."""
    if "qapp" not in request.fixturenames or request.node.get_closest_marker("leaves_timers"):
        yield
        return
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import Shiboken

    started: dict[int, str] = {}
    for kind in (QTimer, QThread):
        original = kind.start

        def start(
            self: QTimer | QThread, *args: object, _original: object = original, **kwargs: object
        ) -> object:
            frame = traceback.extract_stack(limit=2)[0]
            started[id(self)] = f"{Path(frame.filename).name}:{frame.lineno}"
            return _original(self, *args, **kwargs)  # type: ignore[operator]  # Qt's own, whatever its overload

        monkeypatch.setattr(kind, "start", start)

    def running() -> dict[int, str]:
        found = {}
        for thing in Shiboken.getAllValidWrappers():
            alive = (isinstance(thing, QTimer) and thing.isActive()) or (
                isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread()
            )
            if alive and isinstance(thing, QTimer | QThread):
                where = started.get(id(thing), "an unknown line")
                found[id(thing)] = f"{type(thing).__name__} {thing.objectName()!r} started at {where}"
        return found

    before = set(running())
    yield
    left = [text for number, text in running().items() if number not in before]
    if left:
        pytest.fail("left running: " + "; ".join(left), pytrace=False)
