"""Slides on a screen: whose turn it is, when the next begins, and what cannot be shown.

    show = SlideShow(folder, clock)          # clock: the branch's local time
    app.on_quit(show.close)

and in QML `Slides { show: root.slides; playing: visible }`, which draws it: pictures are decoded by QML's own
reader thread at the size they are shown in, and of a sequence no more than two frames are in memory. The
folder is read anew before each slide, in a thread of our own: a disk that hangs never stops a screen.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Property, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImageReader
from PySide6.QtQml import QmlElement

from branch.media.slides import Reading, Rotation, Slide
from branch.qt.qml_types import QmlUncreatable
from branch.qt.timing import make_timer

QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 5000
"""How long an empty folder is left before it is looked at again."""

MOST_PIXELS = 40_000_000
"""Five times a 4K screen: to decode more would take the memory of the whole app."""

_log = logging.getLogger(__name__)
_Stamp = tuple[str, int, int]
_REFUSED = "refused"


@QmlElement
@QmlUncreatable("made by the app")
class SlideShow(QObject):
    """Gives one slide after the other while it plays.

    Signals:
        changed: `available` or `slide` reads otherwise than before.
        playingChanged: the notify signal of `playing`.
    """

    changed = Signal()
    playingChanged = Signal()
    _crossed = Signal(object)

    def __init__(
        self,
        folder: Path | None,
        clock: Callable[[], datetime],
        *,
        segments: Collection[str] = (),
        paced: Callable[[int], int] = lambda ms: ms,
        parent: QObject | None = None,
    ) -> None:
        """``folder``: None for a screen that has no slides. ``segments``: those the screen is for."""
        super().__init__(parent)
        self._folder, self._clock, self._paced = folder, clock, paced
        self._segments = frozenset(segments)
        self._rotation = Rotation()
        self._reading = Reading()
        self._checked = _Checked()
        self._slide: Slide | None = None
        self._turn = 0
        self._playing = False
        self._pool: ThreadPoolExecutor | None = None
        self._timer = make_timer(self, once=True)
        self._timer.setObjectName("slides")
        self._timer.timeout.connect(self._look)
        self._crossed.connect(self._have, Qt.ConnectionType.QueuedConnection)

    # What screens see

    def _get_playing(self) -> bool:
        return self._playing

    def _set_playing(self, playing: bool) -> None:
        if playing == self._playing:
            return
        self._playing = playing
        self.playingChanged.emit()
        if playing:
            self._look()
        else:
            self._timer.stop()

    playing = Property(bool, _get_playing, _set_playing, notify=playingChanged)

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether there is something to show."""
        return self._slide is not None

    @Property(dict, notify=changed)
    def slide(self) -> dict[str, object]:
        """``turn`` (another number for each showing), ``frames`` (addresses, or none) and ``frameMs``."""
        frames = self._slide.frames if self._slide is not None else ()
        return {
            "turn": self._turn,
            "frames": [QUrl.fromLocalFile(str(file)).toString() for file in frames],
            "frameMs": self._slide.frame_ms if self._slide is not None else 0,
        }

    @Slot(str)
    def refuse(self, address: str) -> None:
        """That picture could not be decoded, as Qt has logged: not tried again until it is another."""
        if self._pool is not None and self._playing:
            self._pool.submit(self._checked.refuse, Path(QUrl(address).toLocalFile()))
            self._look()

    def close(self) -> None:
        """Play no more, and end the thread."""
        self._set_playing(False)
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    # How

    @Slot()
    def _look(self) -> None:
        if self._folder is None:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="slides")
        self._timer.stop()
        self._pool.submit(self._read, self._folder)

    def _read(self, folder: Path) -> None:
        """In the thread."""
        from branch.media.slide_folder import read_folder  # with pydantic, on screens that have slides

        self._crossed.emit(self._checked.reading(read_folder(folder)))

    @Slot(object)
    def _have(self, reading: Reading) -> None:
        for problem in reading.problems:
            if problem not in self._reading.problems:
                _log.warning("slides: %s", problem)
        slides = reading.slides if reading.sure else self._reading.slides
        self._reading = replace(reading, slides=slides)
        if not self._playing:
            return
        at = self._clock().replace(tzinfo=None)  # as slides.toml has its times
        due = [slide for slide in slides if slide.due(at, self._segments)]
        self._slide = self._rotation.next(due)
        self._turn += 1
        self._timer.start(self._paced(self._slide.ms if self._slide is not None else LOOK_MS))
        self.changed.emit()


class _Checked:
    """Which pictures can be shown, found out once for each version of a file. For one thread alone."""

    def __init__(self) -> None:
        self._wrong: dict[_Stamp, str] = {}

    def reading(self, reading: Reading) -> Reading:
        """The same without the pictures that cannot be shown, and without slides that have no others."""
        known, self._wrong = self._wrong, {}
        problems = list(reading.problems)
        slides = []
        for slide in reading.slides:
            good = []
            for file in slide.frames:
                stamp = _stamp(file)
                self._wrong[stamp] = wrong = known[stamp] if stamp in known else _wrong_with(file)
                if not wrong:
                    good.append(file)
                elif wrong != _REFUSED:
                    problems.append(f"{file}: {wrong}")
            if good:
                slides.append(replace(slide, frames=tuple(good)))
        if not reading.sure:  # nothing was looked at, nothing is forgotten
            self._wrong = known
        return replace(reading, slides=tuple(slides), problems=tuple(problems))

    def refuse(self, file: Path) -> None:
        """That version of it is not to be shown any more."""
        self._wrong[_stamp(file)] = _REFUSED


def _stamp(file: Path) -> _Stamp:
    try:
        stat = file.stat()
    except OSError:  # gone between listing and looking
        return str(file), 0, 0
    return str(file), stat.st_mtime_ns, stat.st_size


def _wrong_with(file: Path) -> str:
    """What keeps a picture from being shown, as far as its head tells; empty if nothing does."""
    reader = QImageReader(str(file))
    if not reader.canRead():
        return reader.errorString()
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return f"{size.width()} x {size.height()} is more than a screen can use"
    return ""
