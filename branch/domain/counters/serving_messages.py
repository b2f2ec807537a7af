"""What may be asked while a customer is called and served, and what happens then."""

from __future__ import annotations

from dataclasses import dataclass, field

from branch.domain.kernel.messages import AtCounter, Command
from branch.domain.queueing.call_decision import CallDecision


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
class UndoLast(Command):
    """Take back the last action at a counter."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCalled(AtCounter):
    """A ticket was called, and ``why`` it: the rule, its reason and those it was weighed against."""

    staff: str
    why: CallDecision = field(default_factory=CallDecision)


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRecalled(AtCounter):
    """The same ticket was called once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingStarted(AtCounter):
    """The customer sat down; at ``happened_at`` if the counter told it late."""

    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingFinished(AtCounter):
    """The service ended; by "day-end" if nobody had finished it when the day closed. ``happened_at`` is when
    it ended if the counter told it late."""

    by: str = "staff"
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTicked(AtCounter):
    """``staff`` did a step of the standard of ``service``, or takes its tick back (``done`` is False); at
    ``happened_at`` if the counter told it late."""

    service: str
    step: str
    staff: str
    done: bool = True
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWentOn(AtCounter):
    """One service of the visit is done, at ``happened_at`` if the counter told it late; the ticket waits
    again, at its old place, for ``service``, the next of its chain."""

    service: str
    happened_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionUndone(AtCounter):
    """The last action at the counter was taken back."""

    action: str
