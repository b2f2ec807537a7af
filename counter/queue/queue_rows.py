"""What a row of the queue says of a ticket; and of an appointment, here and on the card."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.answers.counter_answers import QueuedTicket
from branch.contract.answers.ticket_answers import BoardTicket, StaffTicket
from branch.contract.times import datetime_from_text, from_text
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import BranchNames, say

APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "Appt %1"))
LATE_FOR = str(QT_TRANSLATE_NOOP("Counter", "Late for %1"))
TRANSFERRED = str(QT_TRANSLATE_NOOP("Counter", "Transferred"))
FOR_YOU = str(QT_TRANSLATE_NOOP("Counter", "For you"))
WAS_FOR = str(QT_TRANSLATE_NOOP("Counter", "Was for %1"))
SHORT_WAIT = str(QT_TRANSLATE_NOOP("Counter", "%1 min"))
JUST_CAME = str(QT_TRANSLATE_NOOP("Counter", "Just now"))
MISSED = str(QT_TRANSLATE_NOOP("Counter", "Missed"))
PARKED = str(QT_TRANSLATE_NOOP("Counter", "Parked"))
PARKED_TILL = str(QT_TRANSLATE_NOOP("Counter", "Until %1"))


def instant(text: str | None) -> int:
    """An RFC 3339 time in ms since the epoch; 0 for none."""
    return from_text(text) if text else 0


def late_by(ticket: StaffTicket | QueuedTicket) -> float:
    """Seconds by which somebody came after the time of their appointment; 0 for in time or none."""
    issued = ticket.get("issued_at")
    if not ticket["appointment"] or not issued:
        return 0.0
    return max(0.0, (instant(issued) - instant(ticket["appointment"])) / 1000)


def promise_of(ticket: BoardTicket, languages: Languages) -> str:
    """The time of its appointment, and whether its place was kept for it; nothing without one."""
    if not ticket["appointment"]:
        return ""
    at = formats.clock(datetime_from_text(ticket["appointment"]))
    return say(languages, LATE_FOR if ticket.get("came_late") else APPOINTMENT, at)


def queue_row(
    ticket: QueuedTicket, group: str, names: BranchNames, languages: Languages, now: int
) -> dict[str, object]:
    """One row of the list; `group` is "queue", "held" or, for a parked one whose time is up, "due"."""
    service = names.service(ticket["service"])
    words = [service]
    promised = promise_of(ticket, languages)
    if promised:
        words.insert(0, promised)
    meant = ticket.get("for_staff")
    if group == "queue" and ticket["for_counter"] is not None:
        words.insert(0, say(languages, FOR_YOU))
    elif meant and ticket["for_counter"] is None:
        words.append(say(languages, WAS_FOR, meant))
    elif ticket["transfers"]:
        words.append(say(languages, TRANSFERRED))
    minutes = max(0, now - instant(ticket["issued_at"])) // 60_000
    wait = say(languages, SHORT_WAIT, minutes) if minutes else say(languages, JUST_CAME)
    due, until = ticket.get("due", False), ticket.get("remind_at")
    if group == "held":
        wait = say(languages, MISSED if ticket["status"] == "missed" else PARKED)
        if until:
            at = formats.clock(datetime_from_text(until))
            wait = at if due else say(languages, PARKED_TILL, at)
        group = "due" if due else group
    return {
        "ticket": ticket["id"],
        "number": ticket["number"],
        "detail": " · ".join(words),
        "segment": names.special_segment(ticket["segment"]),
        "wait": wait,
        "late": due or (group == "queue" and ticket["late"]),
        "group": group,
        "parked": ticket["status"] == "parked",
    }
