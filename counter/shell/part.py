"""What every part of the counter app can do, so that one list of them is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from branch.contract.actions import Action, action_of
from branch.contract.answers.feed_events import StaffEvent


@dataclass(frozen=True, slots=True)
class News:
    """Why the parts look at the service's view again.

    Attributes:
        event: something happened at our counter.
        snapshot: the view began anew and holds all that the service has taken.
        arrived: a teller has just come to work here.
    """

    event: StaffEvent | None = None
    snapshot: bool = False
    arrived: bool = False

    @property
    def anew(self) -> bool:
        """Whether what was known of this counter before says nothing any more."""
        return self.snapshot or self.arrived

    @property
    def action(self) -> Action | None:
        """The action that the event tells of, None if it tells of none."""
        return action_of(self.event) if self.event is not None else None


class Part(Protocol):
    """A part of the app; the controller asks all of them for the same, in the order of its list."""

    def refresh(self, news: News, /) -> None:
        """Look at the service's view again."""

    def tick(self, now: int, /) -> None:
        """Time has passed; ``now`` is the service's, in ms."""

    def stop(self) -> None:
        """Let no timer and no thread go on after this."""
