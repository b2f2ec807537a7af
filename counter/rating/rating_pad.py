"""The rating window: asks the customer once after each service, and closes by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.answers.ticket_answers import StaffTicket
from branch.contract.times import to_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from counter.rating.comment_keyboard import CommentKeyboard
from counter.rating.pad_idle import PadIdle, Teller
from counter.rating.pad_legibility import PadLegibility
from counter.rating.rating_outbox import Rating, RatingOutbox
from counter.rating.rating_texts import (
    ABOUT,
    CLOSES,
    CONTEXT,
    SCORES,
    SENDS,
    WORDS,
    PadLanguages,
)
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import fill
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

ASK_MS = 20_000
"""How long the question stands when nobody touches it."""

CHANGE_MS = 8_000
"""How long a chosen face can still be changed or explained before it is sent by itself."""

WRITE_MS = 20_000
"""How long the keyboard waits for the next key."""

SHORT = 8
"""Characters of a sentence that are shown beside the reasons."""

THANKS_MS = 2_000

INSTEAD = {"already-rated": "already", "rating-too-late": "tooLate"}
"""What is said instead of why we thank, by the code of a refusal."""


@QmlElement
@QmlUncreatable("made by the app")
class RatingPad(QObject):
    """What the customer sees. A rating belongs to the ticket it was asked for, whatever the teller does.

    A touch on a face counts by itself: it is sent when its time is up. Until then it can be changed, given
    reasons, or sent at once.

    Signals:
        changed: anything but the time.
        ticked: the seconds that are left.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        slides: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Asks about the services of the session's counter; ``slides``: what is shown between."""
        super().__init__(parent)
        self._link, self._session = link, session
        self.speech = PadLanguages(parent=self)
        self.outbox = RatingOutbox(link, self._refused, self)
        self.writing = CommentKeyboard(self)
        self.aids = PadLegibility(self)
        self.between = PadIdle(link, session, self.speech, slides, self)
        self._stage = "idle"
        self._ticket: StaffTicket | None = None
        self._teller = Teller()
        self._instead = "thanksDetail"
        self._score = 0
        self._tags: list[str] = []
        self._deadline = self._seconds = 0
        self.speech.currentChanged.connect(self.changed)
        self.speech.currentChanged.connect(self.ticked)
        self.writing.changed.connect(self.changed)
        self.writing.touched.connect(self._wrote)
        self.aids.touched.connect(self._stays)

    def _get_languages(self) -> PadLanguages:
        return self.speech

    languages = Property(PadLanguages, _get_languages, constant=True)

    def _get_writing(self) -> CommentKeyboard:
        return self.writing

    sentence = Property(CommentKeyboard, _get_writing, constant=True)

    def _get_aids(self) -> PadLegibility:
        return self.aids

    comfort = Property(PadLegibility, _get_aids, constant=True)

    def _get_between(self) -> PadIdle:
        return self.between

    idle = Property(PadIdle, _get_between, constant=True)

    @Property(str, notify=changed)
    def stage(self) -> str:
        """ "idle", "asking" or "thanks"."""
        return self._stage

    @Property(dict, notify=changed)
    def words(self) -> dict[str, str]:
        """The fixed texts, by what they are for."""
        return {name: self._say(text) for name, text in WORDS.items()}

    @Property(str, notify=changed)
    def thanksDetail(self) -> str:
        """What the thanks are for; as politely, that it was rated on the phone before, or is too late."""
        return self._say(WORDS[self._instead])

    @Property(bool, notify=changed)
    def taken(self) -> bool:
        """Whether it counts, as far as we know."""
        return self._instead not in INSTEAD.values()

    @Property(list, notify=changed)
    def scoreWords(self) -> list[str]:
        """The word under each face."""
        return [self._say(text) for text in SCORES]

    @Property(str, notify=changed)
    def about(self) -> str:
        """Which service is to be rated."""
        ticket = self._ticket
        if ticket is None:
            return ""
        service = Catalogue(self._link.branch, self.speech).service(ticket["service"])
        return self._say(
            ABOUT, self._session.number, self.between.name_of(self._teller), ticket["number"], service
        )

    @Property(int, notify=changed)
    def score(self) -> int:
        """The chosen face, 0 for none."""
        return self._score

    @Property(list, notify=changed)
    def tags(self) -> list[str]:
        """The reasons one may give for the chosen face."""
        return [self.speech.pick(reason["names"]) for reason in self._offered(self._score)]

    @Property(list, notify=changed)
    def given(self) -> list[bool]:
        """Which of them are given."""
        return [reason["id"] in self._tags for reason in self._offered(self._score)]

    @Property(str, notify=changed)
    def shortSentence(self) -> str:
        """How the sentence begins."""
        written = self.writing.written or ""
        return written if len(written) <= SHORT else written[: SHORT - 1] + "…"

    @Property(str, notify=ticked)
    def countdown(self) -> str:
        """What happens when, if nobody does anything."""
        return self._say(SENDS if self._score else CLOSES, self._seconds)

    # What is touched

    @Slot(int)
    def choose(self, score: int) -> None:
        """That face."""
        if self._stage == "asking":
            kept = [reason["id"] for reason in self._offered(score)]
            self._score = score
            self._tags = [tag for tag in self._tags if tag in kept]
            self._wait(CHANGE_MS)

    @Slot(int)
    def toggleTag(self, index: int) -> None:
        """Give that reason, or take it back."""
        offered = self._offered(self._score)
        if self._stage == "asking" and 0 <= index < len(offered):
            tag = offered[index]["id"]
            self._tags = [t for t in self._tags if t != tag] if tag in self._tags else [*self._tags, tag]
            self._wait(CHANGE_MS)

    @Slot()
    def write(self) -> None:
        """Say it in a sentence."""
        if self._stage == "asking" and self._score:
            self.writing.open(self.speech.code.startswith("zh"))

    @Slot()
    def send(self) -> None:
        """That is what I think."""
        if self._stage == "asking" and self._ticket is not None and self._score:
            at = to_text(self._link.now())
            self.writing.done()
            said, written = tuple(self._tags), self.writing.written
            self.outbox.post(Rating(self._ticket.get("id", ""), self._score, said, at, written))
            self._stage, self._ticket, self._instead = "thanks", None, "thanksDetail"
            self._forget()
            self._wait(THANKS_MS)

    @Slot()
    def skip(self) -> None:
        """I say nothing, whatever I have touched."""
        if self._stage == "asking":
            self._note_silence()
            self._close()

    @Slot()
    def dismiss(self) -> None:
        """Ask no more: send what was chosen; if nothing was, that is no rating."""
        if self._score:
            self.send()
        elif self._stage != "idle":
            self._note_silence()
            self._close()

    # What happens

    def ask(self, ticket: StaffTicket) -> None:
        """The service of this ticket is over."""
        if self._score:
            self.send()
        self._note_silence()
        self._ticket, self._teller = ticket, self.between.who()
        self._stage = "asking"
        self._forget()
        self.aids.reset()
        self.speech.use(ticket["language"])
        self._wait(ASK_MS)

    def withdraw(self, number: str) -> None:
        """The service of that ticket goes on after all."""
        if self._ticket is not None and self._ticket["number"] == number:
            self._close()

    def refresh(self) -> None:
        """Look at the service's view again."""
        if self._stage == "idle":
            ticket = (state := self._session.state) and state["ticket"]
            home = Catalogue(self._link.branch, self.speech).language
            self.speech.use(ticket["language"] if ticket else home)
        self.between.refresh()
        self.changed.emit()

    def tick(self) -> None:
        """Time has passed."""
        if self._stage == "idle":
            return
        left = self._deadline - self._link.now()
        if left <= 0:
            self.dismiss()
        elif -(-left // 1000) < self._seconds:  # never more: our idea of the time may be put right
            self._seconds = -(-left // 1000)
            self.ticked.emit()

    def _wait(self, ms: int) -> None:
        self._deadline = self._link.now() + ms
        self._seconds = ms // 1000
        self.changed.emit()
        self.ticked.emit()

    def _note_silence(self) -> None:
        """Whoever was asked has not answered: that is counted too."""
        if self._stage == "asking" and self._ticket is not None:
            at = to_text(self._link.now())
            self.outbox.post(Rating(self._ticket.get("id", ""), None, (), at))

    def _close(self) -> None:
        self._stage, self._ticket = "idle", None
        self._forget()
        self.aids.reset()
        self.refresh()

    def _forget(self) -> None:
        self._score, self._tags = 0, []
        self.writing.clear()

    @Slot()
    def _wrote(self) -> None:
        """Whoever still types is not hurried."""
        if self._stage == "asking":
            self._wait(WRITE_MS if self.writing.active else CHANGE_MS)

    @Slot()
    def _stays(self) -> None:
        """Whoever makes it easier to read is about to read it."""
        if self._stage == "asking":
            self._wait(CHANGE_MS if self._score else ASK_MS)

    def _refused(self, code: str) -> None:
        """Said while its customer is still thanked; one that was kept for long has nobody to say it to."""
        if code in INSTEAD and self._stage == "thanks":
            self._instead = INSTEAD[code]
            self._wait(THANKS_MS)

    def _offered(self, score: int) -> list[dict[str, Any]]:
        """The reasons that the branch offers for a score."""
        found = (self._link.branch or {}).get("reasons", [])
        return [reason for reason in found if score in reason["scores"]]

    def _say(self, text: str, *values: object) -> str:
        return fill(self.speech.text(CONTEXT, text), *values)
