"""What can be said of a wait: its middle, its ends, and how many are called before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitEstimate:
    """A wait from the instant at which it is estimated, in ms; as it is told, and as the journal keeps it.

    One such wait in ten is shorter than ``low``, half are shorter than ``middle``, nine in ten end within
    ``top``. ``ahead`` are the people who will be called before, at the counters that serve it. ``dry_run`` is
    what the rule alone says; see `branch.domain.queueing.dry_run`. ``counters`` serve it.
    """

    low: int
    middle: int
    top: int
    ahead: int
    dry_run: int
    counters: int = 0
