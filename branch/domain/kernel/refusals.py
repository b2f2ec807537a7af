"""Every refusal of the queue, each with a stable code that programs may switch on.

::

    Refusal                 somebody asked for what cannot be had now; nothing has changed
    ├── Unknown             the thing named does not exist here
    ├── Conflict            it exists, but not in a state that allows this
    │   └── Closed          the branch or the service takes nobody at the moment
    ├── NotAllowed          the asker may not do this
    └── Invalid             a value is out of its range

A refusal carries its code, never a translated text: screens translate the code, ``detail`` is for logs.
"""

from __future__ import annotations

from collections.abc import Mapping

Fact = str | int | None
"""What a fact can be. An instant is in ms here, and text at the edge."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer of the queue, not a fault
    """Base of all refusals.

    ``code`` is one of `CODES` and never changes its meaning; ``detail`` is one English sentence; ``wait_s``
    is after how many seconds it is worth asking again, None if time alone changes nothing; ``facts`` are what
    whoever is refused needs to know besides, so that nobody asks a second time: see `FACTS`.
    """

    def __init__(
        self, code: str, detail: str, wait_s: int | None = None, facts: Mapping[str, Fact] | None = None
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.wait_s = wait_s
        self.facts: Mapping[str, Fact] = facts or {}


class Unknown(Refusal):
    """The thing named does not exist here."""


class Conflict(Refusal):
    """The thing exists, but its state does not allow this."""


class Closed(Conflict):
    """The branch or the service takes nobody at the moment."""


class NotAllowed(Refusal):
    """The asker may not do this."""


class Invalid(Refusal):
    """A value is out of its range."""


CODES: dict[str, type[Refusal]] = {
    "unknown-service": Unknown,
    "unknown-segment": Unknown,
    "unknown-language": Unknown,
    "unknown-ticket": Unknown,
    "unknown-counter": Unknown,
    "unknown-staff": Unknown,
    "unknown-appointment": Unknown,
    "unknown-slot": Unknown,
    "unknown-day": Unknown,
    "unknown-alert": Unknown,
    "alert-taken": Conflict,
    "unknown-pairing": Unknown,
    "unknown-block": Unknown,
    "unknown-case": Unknown,
    "unknown-notice": Unknown,
    "unknown-step": Unknown,
    "branch-closed": Closed,
    "service-closed": Closed,
    "quota-reached": Conflict,
    "closing-too-soon": Conflict,
    "number-given": Conflict,
    "ticket-not-waiting": Conflict,
    "ticket-not-called": Conflict,
    "ticket-not-serving": Conflict,
    "ticket-not-on-hold": Conflict,
    "ticket-not-parked": Conflict,
    "ticket-not-served": Conflict,
    "ticket-elsewhere": Conflict,
    "ticket-ended": Conflict,
    "requeue-limit": Conflict,
    "overtaking-limit": Conflict,
    "reprint-limit": Conflict,
    "no-kiosk": Conflict,
    "no-paper": Conflict,
    "recall-limit": Conflict,
    "counter-busy": Conflict,
    "counter-idle": Conflict,
    "counter-not-open": Conflict,
    "counter-paused": Conflict,
    "counter-not-paused": Conflict,
    "counter-taken": Conflict,
    "counter-elsewhere": NotAllowed,
    "staff-elsewhere": Conflict,
    "staff-not-here": Conflict,
    "staff-away": Conflict,
    "already-rated": Conflict,
    "rating-too-late": Conflict,
    "nothing-to-undo": Conflict,
    "case-resolved": Conflict,
    "case-not-resolved": Conflict,
    "appointment-too-early": Conflict,
    "appointment-too-late": Conflict,
    "appointment-wrong-day": Conflict,
    "appointment-used": Conflict,
    "appointment-cancelled": Conflict,
    "appointment-expired": Conflict,
    "appointment-wrong-branch": Conflict,
    "appointment-forged": Invalid,
    "code-taken": Conflict,
    "slot-full": Conflict,
    "already-booked": Conflict,
    "key-reused": Conflict,
    "wrong-pin": NotAllowed,
    "staff-locked": NotAllowed,
    "too-many-tries": NotAllowed,
    "not-allowed": NotAllowed,
    "invalid": Invalid,
}
"""Each code with the family it belongs to."""


_APPOINTMENT = ("service", "starts_at")
_TICKET = ("number", "ticket_status", "counter")

FACTS: Mapping[str, tuple[str, ...]] = {
    "branch-closed": ("opens_at",),
    "service-closed": ("service", "closed_by", "reason", "opens_at"),
    "quota-reached": ("service", "closed_by", "opens_at"),
    "closing-too-soon": ("service", "closes_at"),
    "ticket-not-waiting": _TICKET,
    "ticket-not-called": _TICKET,
    "ticket-not-serving": _TICKET,
    "ticket-not-on-hold": _TICKET,
    "ticket-not-parked": _TICKET,
    "ticket-not-served": _TICKET,
    "ticket-elsewhere": _TICKET,
    "ticket-ended": _TICKET,
    "requeue-limit": ("number", "limit"),
    "overtaking-limit": ("number", "limit"),
    "reprint-limit": ("number", "limit"),
    "recall-limit": ("number", "limit"),
    "counter-busy": ("counter", "number", "ticket_status"),
    "counter-idle": ("counter",),
    "counter-not-open": ("counter",),
    "counter-paused": ("counter",),
    "counter-taken": ("counter",),
    "counter-elsewhere": ("counter",),
    "staff-elsewhere": ("staff", "counter"),
    "staff-not-here": ("staff",),
    "staff-away": ("staff", "counter"),
    "already-rated": ("number",),
    "rating-too-late": ("number",),
    "appointment-too-early": (*_APPOINTMENT, "check_in_from"),
    "appointment-too-late": (*_APPOINTMENT, "check_in_until"),
    "appointment-wrong-day": (*_APPOINTMENT, "check_in_from"),
    "appointment-used": (*_APPOINTMENT, "number"),
    "appointment-cancelled": _APPOINTMENT,
    "appointment-expired": _APPOINTMENT,
    "unknown-slot": _APPOINTMENT,
    "already-booked": _APPOINTMENT,
    "slot-full": (*_APPOINTMENT, "capacity"),
}
"""The facts that a refusal of that code has, always all of them; a code that is not here has none. A ticket's
status is ``ticket_status``, since a problem of RFC 9457 has a ``status`` of its own."""

INSTANTS = frozenset({"opens_at", "closes_at", "starts_at", "check_in_from", "check_in_until"})
"""The facts that are instants (ms)."""


def refusal(code: str, detail: str, wait_s: int | None = None, **facts: Fact) -> Refusal:
    """Make the refusal of that code; a code that is not in `CODES`, or facts that are not all of those in
    `FACTS` or none, are a bug and raise KeyError."""
    if facts and facts.keys() != set(FACTS.get(code, ())):
        raise KeyError(f"{code} has facts {sorted(facts)}")
    return CODES[code](code, detail, wait_s, facts)
