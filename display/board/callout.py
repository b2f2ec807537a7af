"""The stage: whose call has the main panel, for how long, and who is next. Pure; the time is an argument.

Every call that is announced gets its moment, in order and once. A moment lasts `FULL_MS`; the more calls wait
behind it the shorter it is, down to `LEAST_MS`, so that a storm drains. A call leaves before its turn only
when it no longer holds: it was taken back, or its customer was missed, parked or sent on. A call of which we
heard late, after a cut of the line, is also let go when its customer has come to the counter meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from branch.contract.answers.ticket_answers import BoardTicket, TicketStatus

FULL_MS = 4000
LEAST_MS = 1500

DRAIN_MS = 12_000
"""As long as moments can be made short enough for it, nobody waits longer than this for the stage."""

LATE_SETTLE_MS = 200
"""What was missed comes in one go: a late call waits so long for what the rest says about its ticket."""

STANDING = frozenset({"called", "serving", "served"})
"""The states in which a call stays on the board."""

_ARRIVED = frozenset({"serving", "served"})
_TOLD_KEPT = 512


def moment_ms(waiting: int) -> int:
    """How long a call has the stage while so many wait behind it."""
    return max(LEAST_MS, min(FULL_MS, DRAIN_MS // (waiting + 1)))


@dataclass(frozen=True, slots=True)
class _Entry:
    call: BoardTicket
    late: bool
    heard_s: float


class Callouts:
    """One call at a time. Times are in ms of any clock that never runs backwards.

    Attributes:
        current: the call that has its moment now, None between moments.
        heard_s: how old it was in seconds when we heard of it, without its wait for the moment.
    """

    def __init__(self, paced: Callable[[int], int] = lambda ms: ms) -> None:
        """``paced`` makes durations shorter in a simulated day that runs faster."""
        self._paced = paced
        self._waiting: deque[_Entry] = deque()
        self._told: dict[tuple[str, str | None], None] = {}
        self._began = 0
        self._hold = 0
        self.current: BoardTicket | None = None
        self.heard_s = 0.0

    @property
    def waiting(self) -> int:
        """How many calls have not had their moment yet."""
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        """Whether some call has its moment or waits for it."""
        return self.current is not None or bool(self._waiting)

    def announce(self, call: BoardTicket, now: int, *, late: bool = False, heard_s: float = 0.0) -> bool:
        """Have a call wait for its moment; false if that very call was announced before."""
        if not self.recognise(call):
            return False
        self._waiting.append(_Entry(call, late, heard_s))
        if late:
            self._hold = max(self._hold, now + self._paced(LATE_SETTLE_MS))
        return True

    def recognise(self, call: BoardTicket) -> bool:
        """Take note of a call; false if it was known. Alone: it was called before we were there."""
        mark = (call["number"], call["called_at"])
        if mark in self._told:
            return False
        self._told[mark] = None
        if len(self._told) > _TOLD_KEPT:
            del self._told[next(iter(self._told))]
        return True

    def follow(self, number: str, status: TicketStatus) -> None:
        """What has become of a ticket; its calls leave when they no longer hold."""
        self._renew(lambda call: status if call["number"] == number else call["status"])

    def keep(self, statuses: Mapping[str, TicketStatus]) -> None:
        """The whole truth after a cut: a ticket that is not in it has moved on."""
        self._renew(lambda call: statuses.get(call["number"]))

    def turn(self, now: int) -> BoardTicket | None:
        """Let the moment end that is over, and the next begin; gives the call whose moment begins now."""
        if self.current is not None and now < self._ends():
            return None
        self.current = None
        while self._waiting and now >= self._hold:
            entry = self._waiting.popleft()
            if entry.late and entry.call["status"] in _ARRIVED:
                continue
            self.current, self._began, self.heard_s = entry.call, now, entry.heard_s
            return entry.call
        return None

    def due_in(self, now: int) -> int | None:
        """In how many ms `turn` has something to do; None if only a new call can change anything."""
        if self.current is not None:
            return max(0, self._ends() - now)
        return max(0, self._hold - now) if self._waiting else None

    def clear(self) -> None:
        """Another day: numbers begin anew."""
        self._waiting.clear()
        self._told.clear()
        self.current = None
        self._hold = 0

    def _ends(self) -> int:
        return self._began + self._paced(moment_ms(len(self._waiting)))

    def _renew(self, status_of: Callable[[BoardTicket], TicketStatus | None]) -> None:
        entries = ((entry, _with(entry.call, status_of(entry.call))) for entry in self._waiting)
        self._waiting = deque(replace(entry, call=call) for entry, call in entries if call is not None)
        if self.current is not None:
            self.current = _with(self.current, status_of(self.current))


def _with(call: BoardTicket, status: TicketStatus | None) -> BoardTicket | None:
    if status is None or status not in STANDING:
        return None
    return call if call["status"] == status else {**call, "status": status}
