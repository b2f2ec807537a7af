"""All that the card knows of a customer, in lines: nothing that the service would not tell a teller."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.answers.ticket_answers import CounterStay, StaffTicket
from branch.contract.times import datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import NAMES, Languages
from counter.queue.queue_rows import late_by
from counter.shell.counter_texts import LATE_BY, BranchNames, say

Line = tuple[str, str]
"""What it is about, and what is so."""

ABOUT_HINT = str(QT_TRANSLATE_NOOP("Counter", "Hint"))
ABOUT_NOTE = str(QT_TRANSLATE_NOOP("Counter", "Note"))
ABOUT_APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "Appointment"))
ABOUT_CUSTOMER = str(QT_TRANSLATE_NOOP("Counter", "Customer"))
ABOUT_BEFORE = str(QT_TRANSLATE_NOOP("Counter", "Before"))
COUNTER_NUMBER = str(QT_TRANSLATE_NOOP("Counter", "Counter %1"))
ENDED_AS = {
    "served": str(QT_TRANSLATE_NOOP("Counter", "served")),
    "transferred": str(QT_TRANSLATE_NOOP("Counter", "transferred")),
    "parked": str(QT_TRANSLATE_NOOP("Counter", "parked")),
    "missed": str(QT_TRANSLATE_NOOP("Counter", "missed")),
}
"""How a stay at a counter ended, by the service's name for it."""


def details_of(ticket: StaffTicket, names: BranchNames, languages: Languages) -> tuple[Line, ...]:
    """The lines, the most useful first; one that has nothing to say is not there."""
    lines = [
        (ABOUT_HINT, names.hint(ticket["service"], ticket["segment"])),
        (ABOUT_NOTE, ticket.get("note") or ""),
        (ABOUT_APPOINTMENT, _appointment(ticket, languages)),
        (ABOUT_CUSTOMER, _customer(ticket, names)),
        *((ABOUT_BEFORE, _stop(stop, names, languages)) for stop in reversed(ticket.get("stops", []))),
    ]
    return tuple((say(languages, about), said) for about, said in lines if said)


def _customer(ticket: StaffTicket, names: BranchNames) -> str:
    segment = names.segment(ticket["segment"])
    reason = names.segment_reason(ticket["segment"], ticket.get("segment_reason"))
    language = NAMES.get(ticket["language"], ticket["language"])
    return " · ".join(word for word in (segment, reason, language) if word)


def _appointment(ticket: StaffTicket, languages: Languages) -> str:
    if not ticket["appointment"]:
        return ""
    late_s = late_by(ticket)
    words = [
        formats.clock(datetime_from_text(ticket["appointment"])),
        say(languages, LATE_BY, formats.duration(languages.code, late_s)) if late_s >= 60 else "",
    ]
    return " · ".join(word for word in words if word)


def _stop(stop: CounterStay, names: BranchNames, languages: Languages) -> str:
    at = formats.clock(datetime_from_text(stop["at"]))
    took = formats.duration(languages.code, stop["took_s"]) if stop["took_s"] >= 60 else ""
    words = [
        f"{at} {names.service(stop['service'])}",
        say(languages, COUNTER_NUMBER, stop["counter"]),
        say(languages, ENDED_AS[stop["ended"]]),
        took,
    ]
    said = " · ".join(word for word in words if word)
    return f"{said}: {stop['note']}" if stop["note"] else said
