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


class Refusal(Exception):  # noqa: N818 - a refusal is an answer of the queue, not a fault
    """Base of all refusals.

    ``code`` is one of `CODES` and never changes its meaning; ``detail`` is one English sentence; ``wait_s``
    is after how many seconds it is worth asking again, None if time alone changes nothing.
    """

    def __init__(self, code: str, detail: str, wait_s: int | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.wait_s = wait_s


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


def refusal(code: str, detail: str, wait_s: int | None = None) -> Refusal:
    """Make the refusal of that code; a code that is not in `CODES` is a bug and raises KeyError."""
    return CODES[code](code, detail, wait_s)
