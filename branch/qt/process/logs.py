"""Where the apps' words go: a rotating file of JSON lines, and plain lines on stderr.

Qt's own messages join the same logging: what QML complains about is a WARNING of the logger "qml", the
rest of Qt speaks as "qt.<category>". An exception nobody caught, in any thread, is logged as CRITICAL and
handed to the function given to `catch_crashes`, so that the app can leave and be restarted.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_dir
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from branch.rotating_log import RotatingLog

CRASH_EXIT_CODE = 70
"""The exit code after an exception nobody caught (EX_SOFTWARE)."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_PLAIN_ATTRIBUTES = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}

_crash_log = logging.getLogger("crash")


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, then whatever was passed as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        line.update({key: value for key, value in record.__dict__.items() if key not in _PLAIN_ATTRIBUTES})
        return json.dumps(line, ensure_ascii=False, default=str)


def log_folder() -> Path:
    """The folder for logs on this machine, as its system wants it."""
    return Path(user_log_dir("branchline"))


def configure_logging(app: str, folder: Path | None = None, level: int = logging.INFO) -> Path | None:
    """Send all logging to `<folder>/<app>.log` and to stderr; gives the file, or None if it cannot be made.

    A full or read-only disk must not keep a branch from opening, so that is only reported.
    """
    root = logging.getLogger()
    root.setLevel(level)
    if sys.stderr is not None:  # a program of Windows' desktop has none
        plain = logging.StreamHandler(sys.stderr)
        plain.setFormatter(
            logging.Formatter(f"%(asctime)s {app} %(levelname)s %(name)s: %(message)s", "%H:%M:%S")
        )
        root.addHandler(plain)
    qInstallMessageHandler(_from_qt)

    file = (folder or log_folder()) / f"{app}.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = RotatingLog(file)
    except OSError as error:
        logging.getLogger(__name__).warning("no log file at %s: %s", file, error)
        return None
    lines.setFormatter(JsonLines())
    root.addHandler(lines)
    return file


def qt_logger_name(category: str | None, file: str | None, message: str) -> str:
    """The logger for a message of Qt: "qml" for whatever QML says, "qt.<category>" for the rest."""
    if category in ("qml", "js") or (file or "").endswith((".qml", ".js")) or ".qml:" in message:
        return "qml"
    return "qt" if category in (None, "", "default") else f"qt.{(category or '').removeprefix('qt.')}"


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    text = message or ""
    name = qt_logger_name(context.category, context.file, text)
    logging.getLogger(name).log(_LEVELS.get(kind, logging.WARNING), "%s", text)


def catch_crashes(on_crash: Callable[[], None]) -> None:
    """Log any exception nobody caught, in whichever thread, and call `on_crash` from that thread."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        _crash_log.critical("uncaught %s", kind.__name__, exc_info=(kind, error, trace))
        on_crash()

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            hook(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = thread_hook
