"""All that the card knows of a customer, in lines: nothing that the service would not tell a teller."""

from __future__ import annotations

from branch.contract.answers.counter_answers import QueuedTicket
from branch.contract.answers.ticket_answers import CounterStay, StaffTicket
from branch.contract.times import datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import NAMES, Languages
from counter.shell import counter_texts as texts
from counter.shell.catalogue import Catalogue, instant
from counter.shell.counter_texts import say

Line = tuple[str, str]
"""What it is about, and what is so."""


def late_by(ticket: StaffTicket | QueuedTicket) -> float:
    """Seconds by which somebody came after the time of their appointment; 0 for in time or none."""
    issued = ticket.get("issued_at")
    if not ticket["appointment"] or not issued:
        return 0.0
    return max(0.0, (instant(issued) - instant(ticket["appointment"])) / 1000)


def details_of(ticket: StaffTicket, catalogue: Catalogue, languages: Languages) -> tuple[Line, ...]:
    """The lines, the most useful first; one that has nothing to say is not there."""
    lines = [
        (texts.ABOUT_HINT, catalogue.hint(ticket["service"], ticket["segment"])),
        (texts.ABOUT_NOTE, ticket.get("note") or ""),
        (texts.ABOUT_APPOINTMENT, _appointment(ticket, languages)),
        (texts.ABOUT_CUSTOMER, _customer(ticket, catalogue)),
        *(
            (texts.ABOUT_BEFORE, _stop(stop, catalogue, languages))
            for stop in reversed(ticket.get("stops", []))
        ),
    ]
    return tuple((say(languages, about), said) for about, said in lines if said)


def _customer(ticket: StaffTicket, catalogue: Catalogue) -> str:
    segment = catalogue.segment(ticket["segment"])
    reason = catalogue.segment_reason(ticket["segment"], ticket.get("segment_reason"))
    language = NAMES.get(ticket["language"], ticket["language"])
    return " · ".join(word for word in (segment, reason, language) if word)


def _appointment(ticket: StaffTicket, languages: Languages) -> str:
    if not ticket["appointment"]:
        return ""
    late_s = late_by(ticket)
    words = [
        formats.clock(datetime_from_text(ticket["appointment"])),
        say(languages, texts.LATE_BY, formats.duration(languages.code, late_s)) if late_s >= 60 else "",
    ]
    return " · ".join(word for word in words if word)


def _stop(stop: CounterStay, catalogue: Catalogue, languages: Languages) -> str:
    at = formats.clock(datetime_from_text(stop["at"]))
    took = formats.duration(languages.code, stop["took_s"]) if stop["took_s"] >= 60 else ""
    words = [
        f"{at} {catalogue.service(stop['service'])}",
        say(languages, texts.COUNTER_NUMBER, stop["counter"]),
        say(languages, texts.ENDED_AS[stop["ended"]]),
        took,
    ]
    said = " · ".join(word for word in words if word)
    return f"{said}: {stop['note']}" if stop["note"] else said
