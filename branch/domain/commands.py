"""What may be asked of the queue. Imperative, frozen, and complete: a command names the ids it creates,
so that deciding needs neither chance nor a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from branch.domain.appointment_commands import BookAppointment as BookAppointment
from branch.domain.appointment_commands import CancelAppointment as CancelAppointment
from branch.domain.appointment_commands import CheckIn as CheckIn
from branch.domain.appointment_commands import Command as Command
from branch.domain.appointment_commands import TakeBooking as TakeBooking


@dataclass(frozen=True, slots=True)
class TurnDay(Command):
    """Begin business day ``day``, ending the one before."""

    day: str


@dataclass(frozen=True, slots=True)
class PassTime(Command):
    """Let happen what has become due; see `branch.domain.due`."""


@dataclass(frozen=True, slots=True)
class IssueTicket(Command):
    """Give the next number of a service. Without a segment it is the branch's ordinary one. ``kiosk`` is the
    name of the one that asks, if it is one."""

    ticket: str
    service: str
    language: str | None = None
    segment: str | None = None
    phone: str | None = None
    channel: str = "kiosk"
    segment_reason: str | None = None
    kiosk: str | None = None


@dataclass(frozen=True, slots=True)
class ReserveNumbers(Command):
    """Set numbers of a service aside for ``holder``, which will give them while it cannot ask."""

    block: str
    service: str
    holder: str


@dataclass(frozen=True, slots=True)
class HandInTicket(Command):
    """Tell of number ``n`` of a reserved block, which was given at ``issued_at`` (ms) without the service.
    ``printed`` is whether it is on paper, None if that is not known."""

    ticket: str
    block: str
    n: int
    issued_at: int
    language: str | None = None
    segment: str | None = None
    channel: str = "kiosk"
    printed: bool | None = None
    reason: str | None = None
    kiosk: str | None = None
    segment_reason: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class ConfirmPrint(Command):
    """Tell whether the paper came out."""

    ticket: str
    ok: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReprintTicket(Command):
    """Print a ticket again: ``by`` "customer" or "staff". ``kiosks`` are those that can be asked to print it
    now; None where ``source``, who asks, has the printer."""

    reprint: str
    ticket: str
    by: str
    source: str
    kiosks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CancelTicket(Command):
    """The customer leaves before being called."""

    ticket: str


@dataclass(frozen=True, slots=True)
class RequeueTicket(Command):
    """A missed or parked ticket waits again; from a counter, where it can be undone, if one is named."""

    ticket: str
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class RateTicket(Command):
    """The customer's word on the service, once; given at ``given_at`` (ms) if that is told late."""

    ticket: str
    score: int
    tags: tuple[str, ...] = ()
    comment: str | None = None
    source: str = "pad"
    given_at: int | None = None


@dataclass(frozen=True, slots=True)
class LeaveUnrated(Command):
    """The customer was asked for a rating and gave none before the question closed."""

    ticket: str
    source: str = "pad"


@dataclass(frozen=True, slots=True)
class OpenCounter(Command):
    """A member of staff sits down at a counter. Without services it is the counter's own list. With ``move``
    a session of theirs at another counter ends, and its ticket comes along."""

    counter: int
    staff: str
    services: tuple[str, ...] | None = None
    move: bool = False


@dataclass(frozen=True, slots=True)
class CloseCounter(Command):
    """The session at a counter ends. With ``give_back`` whoever was parked there waits again."""

    counter: int
    give_back: bool = False


@dataclass(frozen=True, slots=True)
class PauseCounter(Command):
    """The counter calls nobody for a while: for ``lasts`` ms, as far as its teller has said."""

    counter: int
    reason: str | None = None
    lasts: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeCounter(Command):
    """The pause is over."""

    counter: int


@dataclass(frozen=True, slots=True)
class CallNext(Command):
    """Call whoever the rule puts first; nobody waiting is no refusal."""

    counter: int


@dataclass(frozen=True, slots=True)
class CallTicket(Command):
    """Call a chosen ticket: waiting (out of turn), parked or missed."""

    counter: int
    ticket: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RecallTicket(Command):
    """Call the counter's ticket once more."""

    counter: int


@dataclass(frozen=True, slots=True)
class StartServing(Command):
    """The customer has come: ``ticket`` if one is named, and at ``at`` (ms) if that is told late."""

    counter: int
    ticket: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class FinishServing(Command):
    """The service is done: that of ``ticket`` if one is named, and at ``at`` (ms) if that is told late."""

    counter: int
    ticket: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class TickStep(Command):
    """A step of the service standard is done, or is not after all: for ``ticket`` if one is named, and at
    ``at`` (ms) if that is told late."""

    counter: int
    step: str
    done: bool = True
    ticket: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class MarkMissed(Command):
    """The customer called has not come."""

    counter: int


@dataclass(frozen=True, slots=True)
class ParkTicket(Command):
    """The customer goes aside (fills in a form) and will be called again. The counter is reminded
    ``remind_after`` ms later, 0 for never, None for the branch's own time."""

    counter: int
    remind_after: int | None = None


@dataclass(frozen=True, slots=True)
class ParkAgain(Command):
    """A parked ticket stays aside; the counter that says so is reminded later, as in `ParkTicket`."""

    counter: int
    ticket: str
    remind_after: int | None = None


@dataclass(frozen=True, slots=True)
class TransferTicket(Command):
    """Send the counter's ticket on to a service, a counter or a person; number and arrival time stay."""

    counter: int
    service: str | None = None
    to_counter: int | None = None
    note: str | None = None
    to_staff: str | None = None


@dataclass(frozen=True, slots=True)
class ChainServices(Command):
    """After the service at hand the counter's ticket goes on to these, in this order, or to none."""

    counter: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndoLast(Command):
    """Take back the last action at a counter."""

    counter: int


@dataclass(frozen=True, slots=True)
class CloseService(Command):
    """Take no more customers for a service today, for now."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenService(Command):
    """Take customers for that service again."""

    service: str


@dataclass(frozen=True, slots=True)
class RaiseAlert(Command):
    """Tell the staff what they must know at once; ``source`` is the app or person that does."""

    alert: str
    kind: str
    source: str
    counter: int | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class ClearAlert(Command):
    """It is seen to; ``by`` is the app or person that says so."""

    alert: str
    by: str


@dataclass(frozen=True, slots=True)
class OpenCase(Command):
    """Write down a complaint that came another way than by a rating. ``number`` is a ticket of today."""

    case: str
    channel: str
    text: str
    by: str
    number: str | None = None
    service: str | None = None
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class TakeCase(Command):
    """See to a case."""

    case: str
    by: str


@dataclass(frozen=True, slots=True)
class NoteCase(Command):
    """Write down what has been done or said about it."""

    case: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class ResolveCase(Command):
    """It is answered."""

    case: str
    by: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenCase(Command):
    """It was not answered after all."""

    case: str
    by: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class PostNotice(Command):
    """Tell the hall something, by language; from now and until it is ended unless told otherwise (ms)."""

    notice: str
    level: str
    text: Mapping[str, str]
    by: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class EndNotice(Command):
    """Tell it no more."""

    notice: str
    by: str
