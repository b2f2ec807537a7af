"""Why there is no number, in words for a customer, and what is offered instead. No Qt."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from branch.client.responses import ServiceError, Unauthorized, Unavailable
from branch.contract.refusals import Refusal
from branch.contract.times import datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from kiosk.checkin import checkin_texts
from kiosk.home import home_texts
from kiosk.visit import visit_texts
from kiosk.visit.visit_texts import say

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

_ICONS = {
    "appointment-too-early": "clock",
    "appointment-too-late": "clock",
    "appointment-wrong-day": "clock",
    "appointment-expired": "clock",
    "appointment-used": "check",
    "appointment-forged": "warning",
}

_OPENS = {"service-closed": visit_texts.SERVICE_OPENS, "quota-reached": visit_texts.NEXT_NUMBERS}


def walk_in(error: Refusal) -> str:
    """The service of which a number is offered instead; empty for none."""
    return _fact(error, "service") if error.code in WALK_IN else ""


def icon(code: str) -> str:
    """The picture over the words."""
    return _ICONS.get(code, "info")


def refusal_words(languages: Languages, error: Refusal | ServiceError, zone: ZoneInfo) -> tuple[str, str]:
    """Why there is no ticket, in one sentence for a customer, and what to do instead."""
    told = _by_facts(languages, error, zone) if isinstance(error, Refusal) else None
    return told or (_refusal_text(languages, error), _refusal_hint(languages, error))


def _by_facts(languages: Languages, error: Refusal, zone: ZoneInfo) -> tuple[str, str] | None:
    """The words with times and numbers; None where the code alone says as much, or an older service told
    nothing more."""

    def at(name: str) -> datetime | None:
        text = _fact(error, name)
        return datetime_from_text(text, zone) if text else None

    def told(text: str, value: str, hint: str, hint_value: str = "") -> tuple[str, str]:
        return say(languages, text, value), say(languages, hint, hint_value)

    code, starts, opens, opens_for_it = error.code, at("starts_at"), at("opens_at"), at("check_in_from")
    if code in _OPENS and opens is not None:
        return told(_OPENS[code], formats.clock(opens), visit_texts.ANOTHER)
    if code == "appointment-used" and _fact(error, "number"):
        return told(checkin_texts.CHECKED_IN, _fact(error, "number"), checkin_texts.MISSED_IT)
    if starts is None:
        return None
    if code == "appointment-too-early" and opens_for_it is not None:
        comes = formats.clock(opens_for_it)
        return told(checkin_texts.TOO_EARLY, formats.clock(starts), checkin_texts.COME_BACK_AT, comes)
    if code == "appointment-too-late":
        return told(checkin_texts.TOO_LATE, formats.clock(starts), checkin_texts.TAKE_A_NUMBER)
    if code == "appointment-wrong-day":
        day = f"{formats.day(languages.code, starts.date())} {formats.clock(starts)}"
        return told(checkin_texts.OTHER_DAY, day, checkin_texts.ON_THAT_DAY)
    return None


def _fact(error: Refusal, name: str) -> str:
    return str(error.facts.get(name) or "")


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


def _refusal_text(languages: Languages, error: Refusal | ServiceError) -> str:
    """Why there is no ticket, in one sentence for a customer."""
    if isinstance(error, Unavailable | Unauthorized):
        return say(languages, visit_texts.NO_NUMBERS)
    if isinstance(error, ServiceError):
        return say(languages, visit_texts.NO_LINE)
    return say(languages, visit_texts.NO_NUMBERS) if error.code in _STAFF_ONLY else explain(languages, error)


def _refusal_hint(languages: Languages, error: Refusal | ServiceError) -> str:
    """What the customer can do instead."""
    code = error.code if isinstance(error, Refusal) else ""
    return say(languages, _HINTS.get(code, visit_texts.ASK_STAFF))
