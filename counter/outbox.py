"""Ratings on their way: each is asked with its own key until the service has taken it or said no."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import partial

from branch.client.api import Api, new_key
from branch.client.errors import ServiceError
from branch.client.shapes import Rated
from branch.domain.errors import Refusal
from branch.qt.link import ServiceLink

AGAIN_MS = 5_000
"""Service time between two tries while the line is bad."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rating:
    """What one customer said; never logged."""

    ticket: str
    score: int
    tags: tuple[str, ...]
    key: str = field(default_factory=new_key)


class Outbox:
    """Ratings that have been given and not yet been taken. A line that breaks loses none while we run."""

    def __init__(self, link: ServiceLink) -> None:
        """`link` is asked."""
        self._link = link
        self._waiting: dict[str, Rating] = {}
        self._asked: set[str] = set()
        self._again_at = 0

    def __len__(self) -> int:
        """How many have not been taken yet."""
        return len(self._waiting)

    def post(self, rating: Rating) -> None:
        """Send it now, or as soon as there is a line."""
        self._waiting[rating.key] = rating
        self._again_at = 0
        self.tick()

    def tick(self) -> None:
        """Try what is left, if there is a line and it is time."""
        if not self._link.live or self._link.now() < self._again_at:
            return
        for rating in [r for key, r in self._waiting.items() if key not in self._asked]:
            self._asked.add(rating.key)
            self._link.ask(
                partial(_rate, rating), partial(self._taken, rating.key), partial(self._no, rating.key)
            )

    def _taken(self, key: str, _answer: Rated) -> None:
        self._waiting.pop(key, None)
        self._asked.discard(key)

    def _no(self, key: str, error: Refusal | ServiceError) -> None:
        self._asked.discard(key)
        if isinstance(error, Refusal):
            # Rated on the phone already, or too late: nothing that the customer should be bothered with.
            _log.info("a rating was not taken: %s", error.code)
            self._waiting.pop(key, None)
        else:
            self._again_at = self._link.now() + AGAIN_MS


def _rate(rating: Rating, api: Api) -> Rated:
    return api.rate(rating.ticket, rating.score, rating.tags, source="pad", key=rating.key)
