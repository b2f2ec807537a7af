"""Who asks for something: a device, by the token that it has, and the person there as far as one is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command

COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Actor:
    """A device with its role; ``person`` is the staff number that was given with the request, PIN and all."""

    device: str
    role: str
    person: str | None = None

    def told(self, hall: Hall, command: Command) -> Mapping[str, str]:
        """What the journal keeps of it, as the hall stands when it takes in what the command has caused."""
        told = {"device": self.device, "role": self.role}
        person = self.person or self._signed_in(hall, getattr(command, "counter", None))
        return {**told, "person": person} if person is not None else told

    def _signed_in(self, hall: Hall, number: int | None) -> str | None:
        """Who is signed in at the counter that is asked about, else at the only one that this device has."""
        named = hall.counters.get(number) if number is not None else None
        if named is not None and self.works(named):
            return named.staff
        mine = {one.staff for one in hall.counters.values() if one.device == self.device and one.staff}
        return mine.pop() if len(mine) == 1 and self.role == COUNTER else None

    def works(self, counter: Counter) -> bool:
        """Whether the session there is this device's own; one of a journal from before devices were written
        down is any counter's."""
        return self.role == COUNTER and counter.device in (None, self.device)


PHONE = Actor("phone", "public")
"""A customer's own phone, which has no token."""

HEAD_OFFICE = Actor("head office", "service")
ITSELF = Actor("service", "service")
"""The service, about its own clock or about PINs that are guessed."""
