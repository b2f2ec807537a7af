"""Why there is no number, in words for a customer, and what is offered instead. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from branch.client.calls.service_api import Api
from branch.client.service_errors import ServiceError, Unauthorized, Unavailable
from branch.contract import shapes
from branch.domain.kernel.refusals import Refusal
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from kiosk.checkin import checkin_texts
from kiosk.home import home_texts
from kiosk.visit import visit_texts
from kiosk.wording import say

WALK_IN = frozenset(
    {
        "appointment-too-early",
        "appointment-too-late",
        "appointment-wrong-day",
        "appointment-cancelled",
        "appointment-expired",
    }
)
"""The refusals after which a number of the same service is offered."""

_TOLD_MORE = WALK_IN | {"appointment-used"}
_ICONS = {
    "appointment-too-early": "clock",
    "appointment-too-late": "clock",
    "appointment-wrong-day": "clock",
    "appointment-expired": "clock",
    "appointment-used": "check",
    "appointment-forged": "warning",
}

_OPENS = {"service-closed": visit_texts.SERVICE_OPENS, "quota-reached": visit_texts.NEXT_NUMBERS}


@dataclass(frozen=True, slots=True)
class About:
    """The appointment that a refusal is about, as far as it is known: RFC 3339 texts, "" for what is not.

    Of a service that is closed it is when that one takes customers again."""

    starts_at: str
    check_in_from: str = ""
    service: str = ""
    number: str = ""


def look_up(api: Api, error: Refusal, code: str, appointment: str) -> About | None:
    """What to say besides the refusal; None where that is nothing or cannot be known. Runs in a worker."""
    if error.code not in _TOLD_MORE:
        return None
    try:
        found = api.appointments(code=code or None, appointment=appointment or None)
    except (Refusal, ServiceError):
        return None  # the refusal stands without it
    return about(found[-1]) if found else None


def about(appointment: shapes.Appointment) -> About:
    """What there is to say of it."""
    return About(
        appointment["starts_at"],
        appointment["check_in_from"],
        appointment["service"],
        appointment["ticket"] or "",
    )


def icon(code: str) -> str:
    """The picture over the words."""
    return _ICONS.get(code, "info")


def words(languages: Languages, code: str, known: About, zone: ZoneInfo) -> tuple[str, str] | None:
    """The sentence and what to do, in the current language; None if the code alone says as much."""

    def at(text: str) -> datetime:
        return datetime.fromisoformat(text).astimezone(zone)

    def clock(text: str) -> str:
        return formats.clock(at(text))

    starts = known.starts_at
    if code == "appointment-too-early":
        hint = (
            say(languages, checkin_texts.COME_BACK_AT, clock(known.check_in_from))
            if known.check_in_from
            else say(languages, checkin_texts.COME_BACK)
        )
        return say(languages, checkin_texts.TOO_EARLY, clock(starts)), hint
    if code == "appointment-too-late":
        return say(languages, checkin_texts.TOO_LATE, clock(starts)), say(
            languages, checkin_texts.TAKE_A_NUMBER
        )
    if code == "appointment-wrong-day":
        day = f"{formats.day(languages.code, at(starts).date())} {clock(starts)}"
        return say(languages, checkin_texts.OTHER_DAY, day), say(languages, checkin_texts.ON_THAT_DAY)
    if code in _OPENS:
        return say(languages, _OPENS[code], clock(starts)), say(languages, visit_texts.ANOTHER)
    if code == "appointment-used" and known.number:
        return say(languages, checkin_texts.CHECKED_IN, known.number), say(languages, checkin_texts.MISSED_IT)
    return None


_HINTS = {
    "reprint-limit": visit_texts.PRINTED_OFTEN,
    "service-closed": visit_texts.ANOTHER,
    "quota-reached": visit_texts.ANOTHER,
    "closing-too-soon": visit_texts.ANOTHER,
    "unknown-service": visit_texts.ANOTHER,
    "unknown-ticket": checkin_texts.NOT_OF_HERE,
    "requeue-limit": checkin_texts.NEW_OR_STAFF,
    "branch-closed": home_texts.SOON_TEXT,
    "appointment-too-early": checkin_texts.COME_BACK,
    "appointment-too-late": checkin_texts.TAKE_A_NUMBER,
    "appointment-wrong-day": checkin_texts.TAKE_A_NUMBER,
    "appointment-cancelled": checkin_texts.TAKE_A_NUMBER,
    "appointment-expired": checkin_texts.TAKE_A_NUMBER,
    "appointment-wrong-branch": checkin_texts.TAKE_A_NUMBER,
    "appointment-forged": checkin_texts.TYPE_THE_CODE,
    "too-many-tries": checkin_texts.OTHER_WAYS,
}
# What is said of these elsewhere is for staff; a customer can do nothing with it.
_STAFF_ONLY = frozenset({"not-allowed", "key-reused", "invalid", "unknown-segment", "unknown-language"})


def refusal_text(languages: Languages, error: Refusal | ServiceError) -> str:
    """Why there is no ticket, in one sentence for a customer."""
    if isinstance(error, Unavailable | Unauthorized):
        return say(languages, visit_texts.NO_NUMBERS)
    if isinstance(error, ServiceError):
        return say(languages, visit_texts.NO_LINE)
    return say(languages, visit_texts.NO_NUMBERS) if error.code in _STAFF_ONLY else explain(languages, error)


def refusal_hint(languages: Languages, error: Refusal | ServiceError) -> str:
    """What the customer can do instead."""
    code = error.code if isinstance(error, Refusal) else ""
    return say(languages, _HINTS.get(code, visit_texts.ASK_STAFF))
