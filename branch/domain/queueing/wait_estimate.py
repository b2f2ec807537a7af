"""What can be said of a wait: its middle, its ends, and how many are called before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitEstimate:
    """A wait from the instant at which it is estimated, in ms; as it is told, and as the journal keeps it.

    One such wait in ten is shorter than ``low``, half are shorter than ``middle``, nine in ten end within
    ``top``. ``ahead`` are the people who will be called before, at the counters that serve it. ``dry_run`` is
    what the rule alone says, from which the three are learnt; see `branch.domain.queueing.dry_run`.
    """

    low: int
    middle: int
    top: int
    ahead: int
    dry_run: int


AT_ONCE = WaitEstimate(low=0, middle=0, top=0, ahead=0, dry_run=0)
"""The wait of one whom an idle counter can call now."""
