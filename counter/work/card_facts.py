"""What the card and the queue say of a ticket: from the service's view to words, nothing kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from branch.contract.answers.counter_answers import QueuedTicket, StaffCounter
from branch.contract.answers.ticket_answers import BoardTicket, StaffTicket
from branch.contract.times import datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import NAMES, Languages
from counter.shell import counter_texts as texts
from counter.shell.catalogue import Catalogue, instant
from counter.shell.counter_texts import say
from counter.work.card_details import details_of, late_by

Phase = Literal["free", "called", "serving", "paused"]
Stage = Literal["free", "called", "spent", "serving", "paused"]
"""The same, with the called ones that may not be called again told apart."""
TAGS_SHOWN = 4


def phase_of(counter: StaffCounter | None) -> Phase:
    """What a counter is about; one that is closed has nothing to do."""
    if counter is None:
        return "free"
    ticket = counter["ticket"]
    if ticket is not None:
        return "serving" if ticket["status"] == "serving" else "called"
    return "paused" if counter["state"] == "paused" else "free"


def stage_of(counter: StaffCounter | None, recall_limit: int) -> Stage:
    """What the big button is about."""
    phase = phase_of(counter)
    ticket = counter["ticket"] if counter else None
    if phase == "called" and ticket is not None and 0 < recall_limit <= ticket["recalls"]:
        return "spent"
    return phase


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
    catalogue: Catalogue,
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
        standard_s = catalogue.standard_s(ticket["service"]) if serving else 0
        standard = formats.duration(languages.code, standard_s)
        return CardFacts(
            phase=phase,
            number=ticket["number"],
            title=say(
                languages, texts.SERVING if serving else texts.CALLED, catalogue.service(ticket["service"])
            ),
            tags=tags_of(ticket, catalogue, languages),
            standard=say(languages, texts.STANDARD, standard) if standard_s else "",
            aside=say(languages, texts.RECALLED, ticket["recalls"])
            if ticket["recalls"] and not serving
            else "",
            note=ticket.get("note") or "",
            hint=catalogue.hint(ticket["service"], ticket["segment"]),
            details=details_of(ticket, catalogue, languages),
            since=instant(ticket.get("started_at") if serving else ticket["called_at"]),
            standard_s=standard_s,
        )
    if phase == "paused":
        back = counter.get("back_at")
        return CardFacts(
            phase,
            title=_pause_title(counter["reason"], languages),
            aside=say(languages, texts.BACK_AT, formats.clock(datetime_from_text(back))) if back else "",
            since=instant(counter["since"]),
        )
    if not queue:
        return CardFacts(phase, title=say(languages, texts.BRANCH_CLOSED if closed else texts.NONE_WAITING))
    first = queue[0]
    return CardFacts(
        phase,
        title=say(languages, texts.NEXT_UP, catalogue.service(first["service"])),
        tags=tags_of(first, catalogue, languages, now),
        next_number=first["number"],
    )


def _pause_title(reason: str | None, languages: Languages) -> str:
    if not reason:
        return say(languages, texts.PAUSED)
    known = texts.REASONS.get(reason)
    return say(languages, texts.PAUSED_FOR, say(languages, known) if known else reason)


def tags_of(
    ticket: StaffTicket | QueuedTicket,
    catalogue: Catalogue,
    languages: Languages,
    until: int = 0,
) -> tuple[tuple[str, str], ...]:
    """(text, tone) of each tag: only what the service has told, the most important first.

    The wait ended with the call, or has lasted `until` now."""
    found = []
    if ticket.get("out_of_turn"):
        reason = ticket.get("call_reason")
        words = [say(languages, texts.OUT_OF_TURN), catalogue.call_reasons.get(reason or "", reason or "")]
        found.append((" · ".join(word for word in words if word), "notice"))
    follows = ticket.get("then")
    if follows:
        letters = [catalogue.prefix(service) or catalogue.service(service) for service in follows]
        found.append((say(languages, texts.THEN, " → ".join(letters)), "act"))
    segment = catalogue.special_segment(ticket["segment"])
    if segment:
        reason = catalogue.segment_reason(ticket["segment"], ticket.get("segment_reason"))
        found.append((f"{segment} · {reason}" if reason else segment, "notice"))
    promised = promise_of(ticket, languages)
    if promised:
        late_s = late_by(ticket)
        too = say(languages, texts.LATE_BY, formats.duration(languages.code, late_s)) if late_s >= 60 else ""
        found.append((" · ".join(word for word in (promised, too) if word), "notice"))
    issued, called = ticket.get("issued_at"), ticket["called_at"]
    if issued and (until or called):
        waited = ((until or instant(called)) - instant(issued)) / 1000
        standard = catalogue.wait_standard_s(ticket["service"])
        late = bool(standard) and waited > standard
        said = say(languages, texts.WAITED, formats.duration(languages.code, waited))
        found.append((said if waited >= 60 else say(languages, texts.JUST_CAME), "now" if late else "act"))
    if ticket.get("transfers"):
        found.append((say(languages, texts.TRANSFERRED), "act"))
    if ticket["language"] != catalogue.language:
        found.append((NAMES.get(ticket["language"], ticket["language"]), "quiet"))
    if ticket.get("printed") is False:
        found.append((say(languages, texts.NOT_PRINTED), "quiet"))
    return tuple(found[:TAGS_SHOWN])


def promise_of(ticket: BoardTicket, languages: Languages) -> str:
    """The time of its appointment, and whether its place was kept for it; nothing without one."""
    if not ticket["appointment"]:
        return ""
    at = formats.clock(datetime_from_text(ticket["appointment"]))
    return say(languages, texts.LATE_FOR if ticket.get("came_late") else texts.APPOINTMENT, at)


def queue_row(
    ticket: QueuedTicket, group: str, catalogue: Catalogue, languages: Languages, now: int
) -> dict[str, object]:
    """One row of the list; `group` is "queue", "held" or, for a parked one whose time is up, "due"."""
    service = catalogue.service(ticket["service"])
    words = [service]
    promised = promise_of(ticket, languages)
    if promised:
        words.insert(0, promised)
    meant = ticket.get("for_staff")
    if group == "queue" and ticket["for_counter"] is not None:
        words.insert(0, say(languages, texts.FOR_YOU))
    elif meant and ticket["for_counter"] is None:
        words.append(say(languages, texts.WAS_FOR, meant))
    elif ticket["transfers"]:
        words.append(say(languages, texts.TRANSFERRED))
    minutes = max(0, now - instant(ticket["issued_at"])) // 60_000
    wait = say(languages, texts.SHORT_WAIT, minutes) if minutes else say(languages, texts.JUST_CAME)
    due, until = ticket.get("due", False), ticket.get("remind_at")
    if group == "held":
        wait = say(languages, texts.MISSED if ticket["status"] == "missed" else texts.PARKED)
        if until:
            at = formats.clock(datetime_from_text(until))
            wait = at if due else say(languages, texts.PARKED_TILL, at)
        group = "due" if due else group
    return {
        "ticket": ticket["id"],
        "number": ticket["number"],
        "detail": " · ".join(words),
        "segment": catalogue.special_segment(ticket["segment"]),
        "wait": wait,
        "late": due or (group == "queue" and ticket["late"]),
        "group": group,
        "parked": ticket["status"] == "parked",
    }
