"""The rating window: asks the customer once after each service, and closes by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.contract.answers.ticket_answers import StaffTicket
from branch.contract.times import to_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from counter.offline.deferred_actions import DeferredActions
from counter.rating.comment_keyboard import CommentKeyboard
from counter.rating.pad_idle import PadIdle, Teller
from counter.rating.pad_reading import ABOUT, CLOSES, CONTEXT, SCORES, SENDS, WORDS, PadLanguages, PadReading
from counter.rating.rating_outbox import Rating, RatingAnswer, RatingOutbox
from counter.shell.counter_texts import BranchNames, fill
from counter.shell.part import News
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
        spoken: another language.
        ticked: the seconds that are left.
    """

    changed = Signal()
    spoken = Signal()
    ticked = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        deferred: DeferredActions,
        slides: Path | None = None,
        *,
        rates: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Asks about the services of the session's counter, unless it ``rates`` nothing or the finish is
        ``deferred``; ``slides``: what is shown between."""
        super().__init__(parent)
        self._link, self._session, self._deferred, self._rates = link, session, deferred, rates
        self.speech = PadLanguages(parent=self)
        self.outbox = RatingOutbox(link, self.refuse, self)
        self.writing = CommentKeyboard(self)
        self.reading = PadReading(self)
        self.between = PadIdle(link, session, self.speech, slides, self)
        self._answer = RatingAnswer(lambda: link.branch.reasons)
        self._stage = "idle"
        self._ticket: StaffTicket | None = None
        self._teller = Teller()
        self._instead = "thanksDetail"
        self._deadline = self._seconds = 0
        self._words: dict[str, str] = {}
        self._speak()
        self.speech.currentChanged.connect(self._speak)
        self.speech.currentChanged.connect(self.changed)
        self.speech.currentChanged.connect(self.ticked)
        self.writing.changed.connect(self.changed)
        self.writing.touched.connect(self._wrote)
        self.reading.touched.connect(self._stays)

    def _get_languages(self) -> PadLanguages:
        return self.speech

    def _get_writing(self) -> CommentKeyboard:
        return self.writing

    def _get_reading(self) -> PadReading:
        return self.reading

    def _get_between(self) -> PadIdle:
        return self.between

    languages = Property(PadLanguages, _get_languages, constant=True)
    sentence = Property(CommentKeyboard, _get_writing, constant=True)
    comfort = Property(PadReading, _get_reading, constant=True)
    idle = Property(PadIdle, _get_between, constant=True)

    # What is shown

    @Property(str, notify=changed)
    def stage(self) -> str:
        """ "idle", "asking" or "thanks"."""
        return self._stage

    @Property(dict, notify=spoken)
    def words(self) -> dict[str, str]:
        """The fixed texts, by what they are for."""
        return self._words

    @Property(str, notify=changed)
    def thanksDetail(self) -> str:
        """What the thanks are for; as politely, that it was rated on the phone before, or is too late."""
        return self._say(WORDS[self._instead])

    @Property(bool, notify=changed)
    def taken(self) -> bool:
        """Whether it counts, as far as we know."""
        return self._instead not in INSTEAD.values()

    @Property(list, notify=spoken)
    def scoreWords(self) -> list[str]:
        """The word under each face."""
        return [self._say(text) for text in SCORES]

    @Property(str, notify=changed)
    def about(self) -> str:
        """Which service is to be rated."""
        ticket = self._ticket
        if ticket is None:
            return ""
        service = BranchNames(self._link.branch, self.speech).service(ticket["service"])
        return self._say(
            ABOUT, self._session.number, self.between.name_of(self._teller), ticket["number"], service
        )

    @Property(int, notify=changed)
    def score(self) -> int:
        """The chosen face, 0 for none."""
        return self._answer.score

    @Property(list, notify=changed)
    def tags(self) -> list[str]:
        """The reasons one may give for the chosen face."""
        return [self.speech.pick(reason.names) for reason in self._answer.offered()]

    @Property(list, notify=changed)
    def given(self) -> list[bool]:
        """Which of them are given."""
        return [reason.id in self._answer.given for reason in self._answer.offered()]

    @Property(str, notify=changed)
    def shortSentence(self) -> str:
        """How the sentence begins."""
        written = self.writing.written or ""
        return written if len(written) <= SHORT else written[: SHORT - 1] + "…"

    @Property(str, notify=ticked)
    def countdown(self) -> str:
        """What happens when, if nobody does anything."""
        return self._say(SENDS if self._answer.score else CLOSES, self._seconds)

    @property
    def asked_about(self) -> str:
        """The number of the ticket whose service the question is about; empty while nothing is asked."""
        return self._ticket["number"] if self._ticket is not None else ""

    # What is touched

    @Slot(int)
    def choose(self, score: int) -> None:
        """Take a face for the answer."""
        if self._stage == "asking":
            self._answer.choose(score)
            self._wait(CHANGE_MS)

    @Slot(int)
    def toggleTag(self, index: int) -> None:
        """Give a reason, or take it back."""
        if self._stage == "asking" and self._answer.toggle(index):
            self._wait(CHANGE_MS)

    @Slot()
    def write(self) -> None:
        """Have a sentence written."""
        if self._stage == "asking" and self._answer.score:
            self.writing.open(self.speech.code.startswith("zh"))

    @Slot()
    def send(self) -> None:
        """Send the answer, and thank for it."""
        if self._stage == "asking" and self._ticket is not None and self._answer.score:
            self.writing.done()
            self._post(self._ticket, self._answer.score, self._answer.given, self.writing.written)
            self._stage, self._ticket, self._instead = "thanks", None, "thanksDetail"
            self._forget()
            self._wait(THANKS_MS)

    @Slot()
    def skip(self) -> None:
        """Send nothing, whatever was touched."""
        if self._stage == "asking":
            self._note_silence()
            self._close()

    @Slot()
    def dismiss(self) -> None:
        """Ask no more: send what was chosen; if nothing was, that is no rating."""
        if self._answer.score:
            self.send()
        elif self._stage != "idle":
            self._note_silence()
            self._close()

    # What happens

    def ask(self, ticket: StaffTicket) -> None:
        """Ask about the service of a ticket that is over."""
        if self._answer.score:
            self.send()
        self._note_silence()
        self._ticket, self._teller = ticket, self.between.who()
        self._stage = "asking"
        self._forget()
        self.reading.reset()
        self.speech.use(ticket["language"])
        self._wait(ASK_MS)

    def withdraw(self, number: str) -> None:
        """Ask no more about a ticket, because its service goes on after all."""
        if self._ticket is not None and self._ticket["number"] == number:
            self._close()

    def refuse(self, code: str) -> None:
        """Say that a rating does not count, while its customer is still thanked; one that was kept for long
        has nobody to say it to."""
        if code in INSTEAD and self._stage == "thanks":
            self._instead = INSTEAD[code]
            self._wait(THANKS_MS)

    def refresh(self, news: News) -> None:
        """Look at the service's view again; ask when the service of a ticket is over."""
        self._look()
        if self._rates and news.event is not None and "ticket" in news.event:
            ticket = news.event["ticket"]
            if news.action is Action.UNDO:
                self.withdraw(ticket["number"])
            elif news.event["type"] == "ServingFinished" and self._asks_of(ticket):
                self.ask(ticket)

    def tick(self, now: int) -> None:
        """Count the seconds."""
        if self._stage == "idle":
            return
        left = self._deadline - now
        if left <= 0:
            self.dismiss()
        elif -(-left // 1000) < self._seconds:  # never more: our idea of the time may be put right
            self._seconds = -(-left // 1000)
            self.ticked.emit()

    def stop(self) -> None:
        """Keep what the customer has chosen so far, to be sent; no timer goes on after this."""
        self.dismiss()
        self.between.stop()
        self.outbox.stop()

    def _asks_of(self, ticket: StaffTicket) -> bool:
        """Whether the customer may still be there."""
        return self._session.here and not self._deferred.was_late(ticket.get("id", ""))

    def _look(self) -> None:
        if self._stage == "idle":
            ticket = self._session.ticket
            home = next(iter(self._link.branch.languages), "en")
            self.speech.use(ticket["language"] if ticket else home)
        self.between.look()
        self.changed.emit()

    def _wait(self, ms: int) -> None:
        self._deadline = self._link.now() + ms
        self._seconds = ms // 1000
        self.changed.emit()
        self.ticked.emit()

    def _note_silence(self) -> None:
        """Count too that whoever was asked has not answered."""
        if self._stage == "asking" and self._ticket is not None:
            self._post(self._ticket, None)

    def _post(
        self, ticket: StaffTicket, score: int | None, tags: tuple[str, ...] = (), comment: str | None = None
    ) -> None:
        self.outbox.post(Rating(ticket.get("id", ""), score, tags, to_text(self._link.now()), comment))

    def _close(self) -> None:
        self._stage, self._ticket = "idle", None
        self._forget()
        self.reading.reset()
        self._look()

    def _forget(self) -> None:
        self._answer.forget()
        self.writing.clear()

    @Slot()
    def _wrote(self) -> None:
        """Hurry nobody who still types."""
        if self._stage == "asking":
            self._wait(WRITE_MS if self.writing.active else CHANGE_MS)

    @Slot()
    def _speak(self) -> None:
        """Put the fixed texts once: each of many items asks for all of them to show its own."""
        self._words = {name: self._say(text) for name, text in WORDS.items()}
        self.spoken.emit()

    @Slot()
    def _stays(self) -> None:
        """Wait for whoever makes it easier to read: they are about to read it."""
        if self._stage == "asking":
            self._wait(CHANGE_MS if self._answer.score else ASK_MS)

    def _say(self, text: str, *values: object) -> str:
        return fill(self.speech.text(CONTEXT, text), *values)
