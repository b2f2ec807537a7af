"""Why something was refused, in words. The service gives a stable code; what people read is said here."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.client.responses import ServiceError, Unavailable
from branch.contract.refusals import Refusal
from branch.qt.text.languages import Languages

CONTEXT = "Refusal"

_MARKED: dict[str, object] = {
    "unknown-service": QT_TRANSLATE_NOOP("Refusal", "This service is not offered here."),
    "unknown-segment": QT_TRANSLATE_NOOP("Refusal", "This kind of customer is not known here."),
    "unknown-language": QT_TRANSLATE_NOOP("Refusal", "This language is not offered here."),
    "unknown-ticket": QT_TRANSLATE_NOOP("Refusal", "This number is not known today."),
    "unknown-counter": QT_TRANSLATE_NOOP("Refusal", "There is no such counter."),
    "unknown-staff": QT_TRANSLATE_NOOP("Refusal", "This staff number is not known."),
    "unknown-appointment": QT_TRANSLATE_NOOP("Refusal", "We find no such appointment."),
    "unknown-slot": QT_TRANSLATE_NOOP("Refusal", "There are no appointments at that time."),
    "unknown-day": QT_TRANSLATE_NOOP("Refusal", "There are no records of that day."),
    "unknown-block": QT_TRANSLATE_NOOP("Refusal", "These numbers are not of today."),
    "number-given": QT_TRANSLATE_NOOP("Refusal", "Somebody else has this number."),
    "alert-taken": QT_TRANSLATE_NOOP("Refusal", "A colleague goes already."),
    "unknown-alert": QT_TRANSLATE_NOOP("Refusal", "Somebody has seen to this already."),
    "unknown-case": QT_TRANSLATE_NOOP("Refusal", "There is no such feedback case."),
    "case-resolved": QT_TRANSLATE_NOOP("Refusal", "This feedback case is resolved."),
    "case-not-resolved": QT_TRANSLATE_NOOP("Refusal", "This feedback case is not resolved yet."),
    "unknown-notice": QT_TRANSLATE_NOOP("Refusal", "This notice has ended already."),
    "unknown-step": QT_TRANSLATE_NOOP("Refusal", "This service has no such step any more."),
    "unknown-pairing": QT_TRANSLATE_NOOP("Refusal", "This pairing code is not valid any more."),
    "branch-closed": QT_TRANSLATE_NOOP("Refusal", "The branch is closed now."),
    "service-closed": QT_TRANSLATE_NOOP("Refusal", "This service takes nobody at the moment."),
    "quota-reached": QT_TRANSLATE_NOOP("Refusal", "All numbers of this service have been given today."),
    "closing-too-soon": QT_TRANSLATE_NOOP("Refusal", "There is not enough time left before closing."),
    "ticket-not-waiting": QT_TRANSLATE_NOOP("Refusal", "This number is no longer waiting."),
    "ticket-not-called": QT_TRANSLATE_NOOP("Refusal", "This number has not been called."),
    "ticket-not-serving": QT_TRANSLATE_NOOP("Refusal", "The service has not been started."),
    "ticket-not-on-hold": QT_TRANSLATE_NOOP("Refusal", "This number is neither missed nor parked."),
    "ticket-not-parked": QT_TRANSLATE_NOOP("Refusal", "This number is not parked."),
    "ticket-not-served": QT_TRANSLATE_NOOP("Refusal", "This number has not been served yet."),
    "ticket-elsewhere": QT_TRANSLATE_NOOP("Refusal", "This number is at another counter."),
    "ticket-ended": QT_TRANSLATE_NOOP("Refusal", "This number is no longer valid."),
    "requeue-limit": QT_TRANSLATE_NOOP("Refusal", "This number has been missed too often."),
    "overtaking-limit": QT_TRANSLATE_NOOP("Refusal", "%1 came earlier and must be called first."),
    "reprint-limit": QT_TRANSLATE_NOOP("Refusal", "This number has been printed often enough."),
    "no-kiosk": QT_TRANSLATE_NOOP("Refusal", "No kiosk with a printer is connected."),
    "no-paper": QT_TRANSLATE_NOOP("Refusal", "No kiosk can print now: paper or printer."),
    "recall-limit": QT_TRANSLATE_NOOP("Refusal", "This number has been called often enough."),
    "counter-busy": QT_TRANSLATE_NOOP("Refusal", "There is a customer at this counter."),
    "counter-idle": QT_TRANSLATE_NOOP("Refusal", "There is nobody at this counter."),
    "counter-not-open": QT_TRANSLATE_NOOP("Refusal", "Nobody is signed in at this counter."),
    "counter-paused": QT_TRANSLATE_NOOP("Refusal", "This counter is paused."),
    "counter-not-paused": QT_TRANSLATE_NOOP("Refusal", "This counter is not paused."),
    "counter-taken": QT_TRANSLATE_NOOP("Refusal", "Somebody else is signed in at this counter."),
    "counter-elsewhere": QT_TRANSLATE_NOOP(
        "Refusal", "This counter was opened at another computer. Sign in again here."
    ),
    "staff-not-here": QT_TRANSLATE_NOOP("Refusal", "This colleague is not signed in."),
    "staff-away": QT_TRANSLATE_NOOP("Refusal", "This colleague is having a break."),
    "staff-elsewhere": QT_TRANSLATE_NOOP("Refusal", "You are signed in at another counter."),
    "already-rated": QT_TRANSLATE_NOOP("Refusal", "This service has been rated already."),
    "rating-too-late": QT_TRANSLATE_NOOP("Refusal", "The time for rating is over."),
    "nothing-to-undo": QT_TRANSLATE_NOOP("Refusal", "There is nothing to undo any more."),
    "appointment-too-early": QT_TRANSLATE_NOOP("Refusal", "You are early. Please come back later."),
    "appointment-too-late": QT_TRANSLATE_NOOP("Refusal", "The time of your appointment has passed."),
    "appointment-wrong-day": QT_TRANSLATE_NOOP("Refusal", "Your appointment is on another day."),
    "appointment-used": QT_TRANSLATE_NOOP("Refusal", "You have checked in already."),
    "appointment-cancelled": QT_TRANSLATE_NOOP("Refusal", "This appointment was cancelled."),
    "appointment-expired": QT_TRANSLATE_NOOP("Refusal", "This appointment was on an earlier day."),
    "appointment-wrong-branch": QT_TRANSLATE_NOOP("Refusal", "This appointment is at another branch."),
    "appointment-forged": QT_TRANSLATE_NOOP("Refusal", "This appointment code is not valid."),
    "code-taken": QT_TRANSLATE_NOOP("Refusal", "This booking code is in use."),
    "slot-full": QT_TRANSLATE_NOOP("Refusal", "That time is fully booked."),
    "already-booked": QT_TRANSLATE_NOOP("Refusal", "This phone number has that time already."),
    "key-reused": QT_TRANSLATE_NOOP("Refusal", "This was asked before, differently."),
    "wrong-pin": QT_TRANSLATE_NOOP("Refusal", "Wrong staff number or PIN."),
    "staff-locked": QT_TRANSLATE_NOOP("Refusal", "Too many wrong PINs. Please wait a minute."),
    "too-many-tries": QT_TRANSLATE_NOOP("Refusal", "Too many numbers were tried here."),
    "not-allowed": QT_TRANSLATE_NOOP("Refusal", "This machine may not do that."),
    "invalid": QT_TRANSLATE_NOOP("Refusal", "This cannot be accepted."),
    "storage-full": QT_TRANSLATE_NOOP("Refusal", "The branch service has no disk space left."),
    "storage-read-only": QT_TRANSLATE_NOOP("Refusal", "The branch service cannot write to its disk."),
    "storage-failed": QT_TRANSLATE_NOOP("Refusal", "The disk of the branch service failed."),
}
TEXTS = {code: str(text) for code, text in _MARKED.items()}
"""Every code of branch.domain.kernel.refusals.CODES, and those of a service that cannot store."""

UNREACHABLE = str(QT_TRANSLATE_NOOP("Refusal", "The branch service cannot be reached."))
UNKNOWN = str(QT_TRANSLATE_NOOP("Refusal", "That is not possible now."))


def explain(languages: Languages, error: Refusal | ServiceError) -> str:
    """One sentence in the current language."""
    if isinstance(error, Refusal | Unavailable):
        said = languages.text(CONTEXT, TEXTS.get(error.code or "", UNKNOWN))
        number = error.facts.get("number") if isinstance(error, Refusal) else None
        return said.replace("%1", str(number or ""))
    return languages.text(CONTEXT, UNREACHABLE)
