"""What the current card says: from the service's view to words, nothing kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.answers.counter_answers import QueuedTicket, StaffCounter
from branch.contract.answers.ticket_answers import StaffTicket
from branch.contract.times import datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import NAMES, Languages
from counter.queue.queue_rows import JUST_CAME, TRANSFERRED, instant, late_by, promise_of
from counter.shell.counter_texts import LATE_BY, BranchNames, say
from counter.signin.session import Phase, phase_of
from counter.work.card_details import details_of

TAGS_SHOWN = 4

CALLED = str(QT_TRANSLATE_NOOP("Counter", "Called · %1"))
SERVING = str(QT_TRANSLATE_NOOP("Counter", "Serving · %1"))
PAUSED = str(QT_TRANSLATE_NOOP("Counter", "Paused"))
PAUSED_FOR = str(QT_TRANSLATE_NOOP("Counter", "Paused · %1"))
BACK_AT = str(QT_TRANSLATE_NOOP("Counter", "Back at %1"))
NEXT_UP = str(QT_TRANSLATE_NOOP("Counter", "Next · %1"))
NONE_WAITING = str(QT_TRANSLATE_NOOP("Counter", "No customers waiting"))
BRANCH_CLOSED = str(QT_TRANSLATE_NOOP("Counter", "The branch has closed and nobody waits. F12: sign out"))
STANDARD = str(QT_TRANSLATE_NOOP("Counter", "Standard %1"))
RECALLED = str(QT_TRANSLATE_NOOP("Counter", "Recalled %1×"))
WAITED = str(QT_TRANSLATE_NOOP("Counter", "Waited %1"))
THEN = str(QT_TRANSLATE_NOOP("Counter", "Then %1"))
OUT_OF_TURN = str(QT_TRANSLATE_NOOP("Counter", "Out of turn"))
NOT_PRINTED = str(QT_TRANSLATE_NOOP("Counter", "Not printed"))
PAUSE_REASONS = {
    "lunch": str(QT_TRANSLATE_NOOP("Counter", "Lunch")),
    "handover": str(QT_TRANSLATE_NOOP("Counter", "Handover")),
    "other": str(QT_TRANSLATE_NOOP("Counter", "Other business")),
}
"""Why a counter pauses, by what the service is told."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the current card shows, except for what changes by the second."""

    phase: Phase = "free"
    number: str = ""
    title: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    standard: str = ""
    aside: str = ""
    note: str = ""
    hint: str = ""
    details: tuple[tuple[str, str], ...] = ()
    next_number: str = ""
    since: int = 0
    standard_s: int = 0


def card_facts(
    counter: StaffCounter | None,
    queue: Sequence[QueuedTicket],
    names: BranchNames,
    languages: Languages,
    now: int = 0,
    *,
    closed: bool = False,
) -> CardFacts:
    """The card of a counter: its ticket, its pause, or who is next; ``closed``: the branch is."""
    phase = phase_of(counter)
    if counter is None:
        return CardFacts()
    ticket = counter["ticket"]
    if ticket is not None:
        serving = phase == "serving"
        standard_s = names.service_info(ticket["service"]).standard_s if serving else 0
        standard = formats.duration(languages.code, standard_s)
        return CardFacts(
            phase=phase,
            number=ticket["number"],
            title=say(languages, SERVING if serving else CALLED, names.service(ticket["service"])),
            tags=tags_of(ticket, names, languages),
            standard=say(languages, STANDARD, standard) if standard_s else "",
            aside=say(languages, RECALLED, ticket["recalls"]) if ticket["recalls"] and not serving else "",
            note=ticket.get("note") or "",
            hint=names.hint(ticket["service"], ticket["segment"]),
            details=details_of(ticket, names, languages),
            since=instant(ticket.get("started_at") if serving else ticket["called_at"]),
            standard_s=standard_s,
        )
    if phase == "paused":
        back = counter.get("back_at")
        return CardFacts(
            phase,
            title=_pause_title(counter["reason"], languages),
            aside=say(languages, BACK_AT, formats.clock(datetime_from_text(back))) if back else "",
            since=instant(counter["since"]),
        )
    if not queue:
        return CardFacts(phase, title=say(languages, BRANCH_CLOSED if closed else NONE_WAITING))
    first = queue[0]
    return CardFacts(
        phase,
        title=say(languages, NEXT_UP, names.service(first["service"])),
        tags=tags_of(first, names, languages, now),
        next_number=first["number"],
    )


def _pause_title(reason: str | None, languages: Languages) -> str:
    if not reason:
        return say(languages, PAUSED)
    known = PAUSE_REASONS.get(reason)
    return say(languages, PAUSED_FOR, say(languages, known) if known else reason)


def tags_of(
    ticket: StaffTicket | QueuedTicket,
    names: BranchNames,
    languages: Languages,
    until: int = 0,
) -> tuple[tuple[str, str], ...]:
    """(text, tone) of each tag: only what the service has told, the most important first.

    The wait ended with the call, or has lasted `until` now."""
    found = []
    if ticket.get("out_of_turn"):
        reason = ticket.get("call_reason")
        words = [say(languages, OUT_OF_TURN), names.call_reasons.get(reason or "", reason or "")]
        found.append((" · ".join(word for word in words if word), "notice"))
    follows = ticket.get("then")
    if follows:
        letters = [names.service_info(service).prefix or names.service(service) for service in follows]
        found.append((say(languages, THEN, " → ".join(letters)), "act"))
    segment = names.special_segment(ticket["segment"])
    if segment:
        reason = names.segment_reason(ticket["segment"], ticket.get("segment_reason"))
        found.append((f"{segment} · {reason}" if reason else segment, "notice"))
    promised = promise_of(ticket, languages)
    if promised:
        late_s = late_by(ticket)
        too = say(languages, LATE_BY, formats.duration(languages.code, late_s)) if late_s >= 60 else ""
        found.append((" · ".join(word for word in (promised, too) if word), "notice"))
    issued, called = ticket.get("issued_at"), ticket["called_at"]
    if issued and (until or called):
        waited = ((until or instant(called)) - instant(issued)) / 1000
        standard = names.service_info(ticket["service"]).wait_standard_s
        late = bool(standard) and waited > standard
        said = say(languages, WAITED, formats.duration(languages.code, waited))
        found.append((said if waited >= 60 else say(languages, JUST_CAME), "now" if late else "act"))
    if ticket.get("transfers"):
        found.append((say(languages, TRANSFERRED), "act"))
    if ticket["language"] != next(iter(names.branch.languages), "en"):
        found.append((NAMES.get(ticket["language"], ticket["language"]), "quiet"))
    if ticket.get("printed") is False:
        found.append((say(languages, NOT_PRINTED), "quiet"))
    return tuple(found[:TAGS_SHOWN])
