"""What a customer is told of an appointment that gives no number now, and what is offered instead. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from branch.client.calls.service_api import Api
from branch.client.service_errors import ServiceError
from branch.contract import shapes
from branch.domain.errors import Refusal
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from kiosk import texts

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

_OPENS = {"service-closed": texts.SERVICE_OPENS, "quota-reached": texts.NEXT_NUMBERS}


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

    say, starts = texts.say, known.starts_at
    if code == "appointment-too-early":
        hint = (
            say(languages, texts.COME_BACK_AT, clock(known.check_in_from))
            if known.check_in_from
            else say(languages, texts.COME_BACK)
        )
        return say(languages, texts.TOO_EARLY, clock(starts)), hint
    if code == "appointment-too-late":
        return say(languages, texts.TOO_LATE, clock(starts)), say(languages, texts.TAKE_A_NUMBER)
    if code == "appointment-wrong-day":
        day = f"{formats.day(languages.code, at(starts).date())} {clock(starts)}"
        return say(languages, texts.OTHER_DAY, day), say(languages, texts.ON_THAT_DAY)
    if code in _OPENS:
        return say(languages, _OPENS[code], clock(starts)), say(languages, texts.ANOTHER)
    if code == "appointment-used" and known.number:
        return say(languages, texts.CHECKED_IN, known.number), say(languages, texts.MISSED_IT)
    return None
