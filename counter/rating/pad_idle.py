"""What the customer's window shows between two questions: whose counter this is, who is there, and slides."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from branch.contract.basics import Names
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.slide_player import SlideShow
from counter.rating.pad_reading import CONTEXT, COUNTER, STAFF, PadLanguages
from counter.shell.counter_texts import fill
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


class Teller(NamedTuple):
    """Who sits there: the name that the branch gives customers by language, if any, and the staff number."""

    names: Names | None = None
    staff: str = ""


@QmlElement
@QmlUncreatable("made by the app")
class PadIdle(QObject):
    """The session's counter as customers may see it.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        speech: PadLanguages,
        slides: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``slides``: a folder of pictures, see `branch.media.slides`; None for a window without."""
        super().__init__(parent)
        self._link, self._session, self._speech = link, session, speech
        self.show = SlideShow(slides, link.here, paced=link.paced, parent=self)
        speech.currentChanged.connect(self.changed)

    def _get_show(self) -> SlideShow:
        return self.show

    slides = Property(SlideShow, _get_show, constant=True)

    @Property(str, notify=changed)
    def counterText(self) -> str:
        """Which counter this is."""
        return self._say(COUNTER, self._session.number)

    @Property(str, notify=changed)
    def teller(self) -> str:
        """Who sits there: the name that the branch gives customers, else the staff number."""
        return self.name_of(self.who()) if self._session.here else ""

    @Property(str, notify=changed)
    def status(self) -> str:
        """The name among the window's words of what the counter is about."""
        if not self._session.here:
            return "closed"
        return {"called": "calling", "serving": "serving", "paused": "paused"}.get(
            self._session.phase, "ready"
        )

    @Property(str, notify=changed)
    def number(self) -> str:
        """Who is at the counter."""
        ticket = self._session.ticket if self._session.here else None
        return ticket["number"] if ticket else ""

    def who(self) -> Teller:
        """Who sits there now."""
        state = self._session.state
        return Teller(state.get("public_name") if state else None, self._session.who)

    def name_of(self, teller: Teller) -> str:
        """What customers may read of them."""
        return self._speech.pick(teller.names) if teller.names else self._say(STAFF, teller.staff)

    def look(self) -> None:
        """Read the service's view again."""
        self.changed.emit()

    def stop(self) -> None:
        """No timer and no thread goes on after this."""
        self.show.close()

    def _say(self, text: str, *values: object) -> str:
        return fill(self._speech.text(CONTEXT, text), *values)
