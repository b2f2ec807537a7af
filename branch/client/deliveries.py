"""What an outbox sends, over which line, where it keeps it, in which order, and when it gives up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import GenericAlias
from typing import Generic, Protocol, TypeVar, cast

from branch.client.calls.service_api import Api
from branch.client.local_store import LocalStore
from branch.client.responses import BadAnswer, ServiceError, Unauthorized, Unavailable
from branch.contract.refusals import Refusal

Error = Refusal | ServiceError


class Delivery(Protocol):
    """What is told later; pydantic can write it down where it is kept in a file."""

    @property
    def key(self) -> str:
        """Tells it from every other delivery; its idempotency key, where the call takes one."""

    def tell(self, api: Api) -> object:
        """Tell the service, with the same bytes each time; raises Refusal or ServiceError. In a worker."""


D = TypeVar("D", bound=Delivery)


class Line(Protocol):
    """The way to the service."""

    @property
    def live(self) -> bool:
        """Whether there is one now."""

    def now(self) -> int:
        """The service's time in ms since the epoch."""

    def ask(
        self,
        question: Callable[[Api], object],
        done: Callable[[object], None],
        failed: Callable[[Error], None],
    ) -> None:
        """Ask in a worker; ``done`` or ``failed`` runs later in the thread of whoever asks."""

    def wakes(self, call: Callable[[], None]) -> None:
        """Have ``call`` called whenever the line is there again, and as `wake_in` says."""

    def wake_in(self, ms: int) -> None:
        """Call in so many ms of the service's time; a later word counts instead of an earlier one."""

    def rest(self) -> None:
        """Call no more."""


class Shelf(Protocol[D]):
    """Where deliveries outlast the app."""

    def load(self) -> Iterable[D]:
        """What an earlier run has left, the first first."""

    def save(self, waiting: Sequence[D]) -> None:
        """Hold these and no others, on the disk, when this returns; raises OSError."""


class OutboxFile(Generic[D]):
    """A shelf that is one JSON file of the settings folder, ``{field: [delivery, ...]}``; none when empty."""

    def __init__(self, name: str, field: str, kind: type[D]) -> None:
        holds = cast("type[dict[str, list[D]]]", GenericAlias(dict, (str, GenericAlias(list, (kind,)))))
        self._store, self._field = LocalStore(name, holds, dict), field

    def load(self) -> list[D]:
        return self._store.read().get(self._field, [])

    def save(self, waiting: Sequence[D]) -> None:
        if waiting:
            self._store.write({self._field: list(waiting)})
        else:
            self._store.remove()


# In which order: deliveries of the same lane go one after the other, lanes know nothing of each other.


def one_by_one(_: object) -> str:
    """The lane of deliveries of which each needs the one before to be known."""
    return ""


def any_order(delivery: Delivery) -> str:
    """The lane of deliveries that have nothing to do with each other."""
    return delivery.key


# When a delivery is given up.


def refused(_: object, error: Error) -> bool:
    """The service has said no: it will not say yes tomorrow."""
    return isinstance(error, Refusal)


def refused_or_senseless(_: object, error: Error) -> bool:
    """The service has said no, or something that the protocol does not know."""
    return isinstance(error, Refusal | BadAnswer)


def never(_: object, __: Error) -> bool:
    """No answer but a yes is good enough."""
    return False


def may_be_done(error: Error) -> bool:
    """Whether the service may have done what was asked all the same: nobody knows after a cut line."""
    return not isinstance(error, Refusal | Unavailable | Unauthorized)
