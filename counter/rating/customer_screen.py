"""Which screen is the customer's: chosen by its name, remembered, the same after it was unplugged."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject, QRect, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.local_store import LocalStore
from branch.qt.monitors import Screens
from branch.qt.qml_types import QmlUncreatable
from counter.rating.rating_pad import RatingPad

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

NONE = "none"
"""Chosen instead of a screen: the question is asked in a window that the teller turns."""


@dataclass(frozen=True, slots=True)
class CustomerSide:
    """What was last chosen: the name of the screen, and whether the keyboard is the customer's."""

    screen: str
    keyboard: bool = False


_STORE = LocalStore("counter-rating-screen.json", CustomerSide, lambda: CustomerSide(""))


def customer_screen(chosen: str, names: list[str]) -> int:
    """The place of the customer's screen among ``names``, the teller's being the first; -1 for none.

    Without a choice it is the second one. A chosen one that is not there is not replaced: another may be the
    teller's own.
    """
    if chosen:
        return names.index(chosen) if chosen in names else -1
    return 1 if len(names) > 1 else -1


@QmlElement
@QmlUncreatable("made by the app")
class CustomerScreen(QObject):
    """The customer's screen, if there is one now.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """As it was last chosen."""
        super().__init__(parent)
        kept = _STORE.read()
        self._chosen, self._keyboard = kept.screen, kept.keyboard
        self.monitors = Screens(self)
        self.monitors.changed.connect(self.changed)

    @Property(int, notify=changed)
    def place(self) -> int:
        """Its place among the screens, -1 if there is none."""
        return customer_screen(self._chosen, self.monitors.names)

    @Property(QRect, notify=changed)
    def area(self) -> QRect:
        """All of it; empty if there is none."""
        place = customer_screen(self._chosen, self.monitors.names)
        return self.monitors.areas[place] if place >= 0 else QRect()

    @Property(bool, notify=changed)
    def keyboard(self) -> bool:
        """Whether the customer has a keyboard or keypad of their own: it is theirs while they are asked."""
        return self._keyboard

    @Property(list, notify=changed)
    def choices(self) -> list[dict[str, object]]:
        """What may be chosen: ``name`` for `choose`, ``size`` in pixels, whether it is ``chosen``, ``kind``.

        The kind is "second" (as without a choice), "screen", "gone" (chosen, not there) or "turned" (none).
        """
        kinds = [("", "second", ""), (NONE, "turned", "")]
        kinds += [
            (name, "screen", f"{area.width()} × {area.height()}")
            for name, area in zip(self.monitors.names, self.monitors.areas, strict=True)
            if name  # one without a name cannot be told from the others tomorrow
        ]
        if self._chosen not in {name for name, *_ in kinds}:
            kinds.append((self._chosen, "gone", ""))
        return [
            {"name": name, "kind": kind, "size": size, "chosen": name == self._chosen}
            for name, kind, size in kinds
        ]

    @property
    def names(self) -> list[str]:
        """What may be chosen, besides `NONE`."""
        return self.monitors.names

    @Slot(str)
    def choose(self, name: str) -> None:
        """That one from now on, also if it is not plugged in yet; empty for the second one there is."""
        if name == self._chosen:
            return
        self._chosen = name
        self._keep()

    @Slot(bool)
    def giveKeyboard(self, theirs: bool) -> None:
        """Whether the keyboard is the customer's while they are asked."""
        if theirs != self._keyboard:
            self._keyboard = theirs
            self._keep()

    def _keep(self) -> None:
        _STORE.keep(CustomerSide(self._chosen, self._keyboard))
        self.changed.emit()


@QmlElement
@QmlUncreatable("made by the app")
class RatingSide(QObject):
    """The rating window, for QML.

    Attributes:
        rating_pad: what is asked there.
        screen: where it is.
    """

    def __init__(
        self,
        rating_pad: RatingPad,
        screen: CustomerScreen,
        *,
        always: bool,
        allowed: bool,
        parent: QObject | None = None,
    ) -> None:
        """``always``: the window stays open without a second screen too; ``allowed``: customers are asked."""
        super().__init__(parent)
        self.rating_pad, self.screen = rating_pad, screen
        self._always, self._allowed = always and allowed, allowed

    pad = Property(RatingPad, attrgetter("rating_pad"), constant=True)
    customer = Property(CustomerScreen, attrgetter("screen"), constant=True)

    @Property(bool, constant=True)
    def always(self) -> bool:
        """Whether the window is open also while nobody is asked and there is one screen only."""
        return self._always

    @Property(bool, constant=True)
    def allowed(self) -> bool:
        """Whether customers are asked at all."""
        return self._allowed
