"""What every app's `__main__` stands on: one QGuiApplication, one QML engine, an orderly start and end.

How an app looks (kiosk/__main__.py; its QML is kiosk/qml/Kiosk/{qmldir,Main.qml}):

    def main(argv: list[str] | None = None) -> int:
        parser = app_arguments("kiosk", "The touchscreen that gives tickets.")
        parser.add_argument("--service", help="address of the branch service")
        options = parser.parse_args(argv)
        app = QtApp("kiosk", options, touch_only=True)
        link = ...                                    # branch.qt.service_link: feed and worker threads
        app.when_shown(link.start)                    # what the first frame does not need comes after it
        app.on_quit(link.stop)                        # run in reverse order, before the engine goes
        kiosk = KioskController(link, app.languages)  # keep it in a variable until run() returns
        return app.run("Kiosk", {"kiosk": kiosk, "languages": app.languages})

    if __name__ == "__main__":
        sys.exit(main())

How a controller is declared (its module is imported by `__main__`, which registers it with QML):

    QML_IMPORT_NAME = "Kiosk.Core"
    QML_IMPORT_MAJOR_VERSION = 1

    @QmlElement
    @QmlUncreatable("made by the app")                 # the typed one of branch.qt.qml_types
    class KioskController(QObject):
        stepChanged = Signal()

        @Property(str, notify=stepChanged)
        def step(self) -> str: ...

        @Slot(str)
        def choose(self, service: str) -> None: ...

How QML sees it (Main.qml; values arrive as initial properties, there are no context properties):

    import QtQuick
    import Branchline         // Theme, buttons, cards: branch/qt/qml/Branchline
    import Branchline.Core    // Languages, KeyedListModel: Python types of branch.qt
    import Kiosk.Core         // the app's own Python types
    Window {
        id: root
        required property KioskController kiosk
        required property Languages languages
    }
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from branch.client.responses import base_url
from branch.qt import image_providers, speech  # noqa: F401  # some register Branchline.Core
from branch.qt import list_models as models  # noqa: F401  # some register Branchline.Core
from branch.qt import slide_player as media  # noqa: F401  # some register Branchline.Core
from branch.qt.process.first_frame import FirstFrame
from branch.qt.process.garbage import GarbageCollection
from branch.qt.process.gui_start import NO_SCREEN_EXIT_CODE, start_gui
from branch.qt.process.logs import CRASH_EXIT_CODE, catch_crashes, configure_logging
from branch.qt.process.signals import CrashExit, SystemSignals, Watchdog
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages

if TYPE_CHECKING:
    from branch.qt.driving.autopilot import Autopilot
    from branch.qt.driving.self_test import SelfTest

_EXIT_CODES = """\
examples:
  branchline {name} --service http://192.168.1.10:8750 --token TOKEN    once; both are remembered
  branchline {name}

exit codes:
  0  ended as it was asked to     2  wrong usage
  {crash}  after a crash                {screen}  no screen could be shown
"""

QML_FOLDER = Path(__file__).resolve().parent / "qml"

_log = logging.getLogger(__name__)


def app_arguments(name: str, description: str) -> argparse.ArgumentParser:
    """The command line that all apps share; an app adds its own to it."""
    parser = argparse.ArgumentParser(
        prog=f"branchline {name}",
        description=description,
        epilog=_EXIT_CODES.format(name=name, crash=CRASH_EXIT_CODE, screen=NO_SCREEN_EXIT_CODE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--language", help="language to start in, such as zh or en")
    parser.add_argument("--windowed", action="store_true", help="in a window, not over the whole screen")
    parser.add_argument("--gpu", action="store_true", help="draw with the graphics card")
    parser.add_argument("--log-folder", type=Path, help="where the log files go")
    parser.add_argument("--verbose", action="store_true", help="log details too")
    parser.add_argument("--self-test", action="store_true", help="show the first screen, then leave")
    parser.add_argument("--autopilot", metavar="NAME_OR_PORT", help=argparse.SUPPRESS)
    return parser


def service_address(text: str) -> str:
    """The --service of an app; a text that is none is wrong usage, told in one line."""
    try:
        base_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def prepare_environment(*, gpu: bool = False, touch_only: bool = False) -> None:
    """Settle how Qt draws and types, unless whoever started us has settled it; before the first QtApp."""
    if not gpu:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    if touch_only:
        # An input method would eat the letters that a barcode scanner types.
        os.environ.setdefault("QT_IM_MODULE", "none")


def make_engine(qml_folders: list[Path]) -> QQmlApplicationEngine:
    """A QML engine that knows the shared module and the given folders of modules."""
    engine = QQmlApplicationEngine()
    for folder in (QML_FOLDER, *qml_folders):
        engine.addImportPath(str(folder))
    engine.addImageProvider(image_providers.ICONS, image_providers.Icons())
    engine.addImageProvider(image_providers.QR_CODES, image_providers.QrCodes())
    return engine


class QtApp:
    """One running app: make it, register what is to be done at the end, then `run` its main screen."""

    def __init__(
        self,
        name: str,
        options: argparse.Namespace,
        *,
        touch_only: bool = False,
        qml_folder: Path | None = None,
    ) -> None:
        """`name` is the app's package; its QML modules are in `<package>/qml` unless told otherwise."""
        prepare_environment(gpu=options.gpu, touch_only=touch_only)
        self.name = name
        self.options = options
        level = logging.DEBUG if options.verbose else logging.INFO
        self.log_file = configure_logging(name, options.log_folder, level)
        self.qt = start_gui(name)
        self.qt.setApplicationName(name)
        self.qt.setOrganizationName("branchline")
        self._crash_exit = CrashExit(CRASH_EXIT_CODE)
        catch_crashes(self._crash_exit.request)
        # Through the event loop: a plain quit() before the loop runs would be lost.
        # And not by quit() at all: it asks the windows first, and a kiosk's window lets nobody close it.
        self._signals = SystemSignals(lambda: QTimer.singleShot(0, self.qt.exit))
        load_fonts()
        folder = qml_folder or QML_FOLDER.parents[2] / name / "qml"
        self.engine = make_engine([folder])
        self.languages = Languages(engine=self.engine)
        if options.language:
            self.languages.use(options.language)
        self._at_end: list[Callable[[], None]] = []
        self._when_loaded: list[Callable[[], None]] = []
        self._first_frame = FirstFrame(self.qt)

    def on_quit(self, callback: Callable[[], None]) -> None:
        """Have `callback` run when the app ends, the last registered first, while the engine still lives."""
        self._at_end.append(callback)

    def when_loaded(self, callback: Callable[[], None]) -> None:
        """Have `callback` run once the windows are there, before the event loop begins."""
        self._when_loaded.append(callback)

    def when_shown(self, callback: Callable[[], None]) -> None:
        """Have `callback` run once the first frame is drawn, after those registered before."""
        self._first_frame.then(callback)

    def hide_pointer(self) -> None:
        """Show no pointer over any window."""
        self.qt.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def windows(self) -> list[QQuickWindow]:
        """The windows that the main screen has opened."""
        return [w for w in self.qt.allWindows() if isinstance(w, QQuickWindow)]

    def run(self, uri: str, properties: Mapping[str, object]) -> int:
        """Load `Main` of the QML module `uri` with its required properties, live, and give the exit code."""
        self_test = self._self_test()
        self.engine.warnings.connect(_log_qml_warnings)
        self.engine.setInitialProperties(dict(properties))
        self.engine.loadFromModule(uri, "Main")
        autopilot: Autopilot | None = None
        watchdog = Watchdog()
        garbage = GarbageCollection(self.qt)
        try:
            if not self.engine.rootObjects():
                _log.error("the screen %s.Main did not load", uri)
                return NO_SCREEN_EXIT_CODE
            for callback in self._when_loaded:
                callback()
            if self.options.autopilot is not None:
                autopilot = _autopilot(self.options.autopilot)
            if self_test is not None:
                self_test.watch(self.windows())
            watchdog.start()
            self._first_frame.watch(self.windows())
            code = self.qt.exec()
            return self_test.verdict(code) if self_test is not None else code
        finally:
            self._first_frame.stop()
            garbage.stop()
            watchdog.stop()
            if autopilot is not None:
                autopilot.close()
            self._end()

    def _self_test(self) -> SelfTest | None:
        if not self.options.self_test:
            return None
        from branch.qt.driving.self_test import SelfTest

        return SelfTest(self.qt)

    def _end(self) -> None:
        for callback in reversed(self._at_end):
            try:
                callback()
            except Exception:  # noqa: BLE001  # one that fails must not keep the others from their end
                _log.exception("at the end of %s", self.name)
        self._at_end.clear()
        # Screens go before the controllers they read, so nothing is read from a dead object.
        shiboken6.delete(self.engine)
        self._signals.close()


def _autopilot(name_or_port: str) -> Autopilot:
    from branch.qt.driving.autopilot import Autopilot  # with QtNetwork and QtTest, which no branch needs

    return Autopilot(name_or_port)


def _log_qml_warnings(warnings: list[object]) -> None:
    # The message handler already has them as warnings; this keeps count of where they came from.
    _log.debug("%d QML warnings", len(warnings))
