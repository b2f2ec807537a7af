"""Why a ticket was called: what was decided, and what it was weighed against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from branch.domain.kernel.messages import Sparse

CallCause = Literal[
    "only",
    "longest-wait",
    "first-come",
    "credit",
    "priority",
    "rate",
    "appointment",
    "cap",
    "promise",
    "chosen",
]
"""What put it first: nobody else waited, the rule, a credit, a rank or the rate of its segment, the time that
an appointment was promised, the cap, the promise, or a teller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed(Sparse):
    """What the rule looks at in one ticket, in seconds; ``rate`` is None where the rule knows none."""

    number: str
    service: str
    segment: str
    appointment: bool = False
    came_late: bool = False
    waited_s: float = 0
    credit_s: float = 0
    rate: float | None = None

    def told(self) -> Mapping[str, object]:
        """Everything but a rate that is not there."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if name != "rate" or value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDecision(Sparse):
    """One decision: the ``rule``, the ``reason``, the ticket as it was weighed, and those it was weighed
    ``against``. A ticket that a teller has chosen has instead its status before (``was``), the teller's
    ``note`` and the number whose ``turn`` it would have been. None is what was not looked at; journals of the
    time before a field was there have none of it."""

    rule: str | None = None
    reason: CallCause | None = None
    was: str | None = None
    note: str | None = None
    cap_s: float | None = None
    passed: int | None = None
    most_passes: int | None = None
    number: str | None = None
    service: str | None = None
    segment: str | None = None
    appointment: bool | None = None
    came_late: bool | None = None
    waited_s: float | None = None
    credit_s: float | None = None
    rate: float | None = None
    turn: str | None = None
    against: tuple[Weighed, ...] | None = None

    def told(self) -> Mapping[str, object]:
        """The fields that this decision has; a choice has a note and a turn even where they are None."""
        always = ("note", "turn") if self.reason == "chosen" else ()
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if value is not None or name in always}
