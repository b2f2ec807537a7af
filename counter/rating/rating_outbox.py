"""Ratings on their way, and questions that were left unanswered: each is told with its own key until the
service has taken it or said no.

They are kept on the disk, so that neither a cut line nor a restart of the app loses one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial

from branch.client.app_settings import config_folder, read_json, write_json
from branch.client.calls.service_api import Api, new_key
from branch.client.service_errors import ServiceError
from branch.contract.shapes import Asked, Rated
from branch.domain.kernel.refusals import Refusal
from branch.qt.service_link import ServiceLink

AGAIN_MS = 5_000
"""Service time between two tries while the line is bad."""

_FILE = "counter-ratings.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rating:
    """What one customer said, and when (RFC 3339, the service's time); never logged. A score of None: they
    were asked and said nothing."""

    ticket: str
    score: int | None
    tags: tuple[str, ...]
    at: str
    comment: str | None = None
    key: str = field(default_factory=new_key)


class RatingOutbox:
    """Ratings that have been given and not yet been taken."""

    def __init__(self, link: ServiceLink, refused: Callable[[str], None]) -> None:
        """`link` is asked; `refused` is told the code of a no.

        What an earlier run of the app has left is there again.
        """
        self._link, self._refused = link, refused
        self._waiting = {rating.key: rating for rating in _read()}
        self._asked: set[str] = set()
        self._again_at = 0

    def __len__(self) -> int:
        """How many have not been taken yet."""
        return len(self._waiting)

    @property
    def ratings(self) -> int:
        """How many of them say something."""
        return sum(rating.score is not None for rating in self._waiting.values())

    def post(self, rating: Rating) -> None:
        """Send it now, or as soon as there is a line."""
        self._waiting[rating.key] = rating
        self._keep()
        self._again_at = 0
        self.tick()

    def tick(self) -> None:
        """Try what is left, if there is a line and it is time."""
        if not self._link.live or self._link.now() < self._again_at:
            return
        for rating in [r for key, r in self._waiting.items() if key not in self._asked]:
            self._asked.add(rating.key)
            self._link.ask(
                partial(_rate, rating), partial(self._taken, rating.key), partial(self._no, rating)
            )

    def _taken(self, key: str, _answer: Asked | Rated) -> None:
        self._asked.discard(key)
        self._drop(key)

    def _no(self, rating: Rating, error: Refusal | ServiceError) -> None:
        self._asked.discard(rating.key)
        if isinstance(error, Refusal):
            # Rated on the phone already, or too late: nothing that the customer should be bothered with.
            _log.info("a rating was not taken: %s", error.code)
            self._drop(rating.key)
            if rating.score is not None:
                self._refused(error.code)
        else:
            self._again_at = self._link.now() + AGAIN_MS

    def _drop(self, key: str) -> None:
        self._waiting.pop(key, None)
        self._keep()

    def _keep(self) -> None:
        try:
            if self._waiting:
                write_json(_FILE, {"ratings": [asdict(rating) for rating in self._waiting.values()]})
            else:
                (config_folder() / _FILE).unlink(missing_ok=True)
        except OSError as error:
            # The customer has been thanked; it is still sent while we run.
            _log.warning("%s could not be written: %s", _FILE, error)


def _rate(rating: Rating, api: Api) -> Asked | Rated:
    if rating.score is None:
        return api.no_rating(rating.ticket, key=rating.key)
    return api.rate(
        rating.ticket, rating.score, rating.tags, rating.comment, "pad", at=rating.at, key=rating.key
    )


def _read() -> list[Rating]:
    try:
        kept = read_json(_FILE)["ratings"]
        return [Rating(**{**fields, "tags": tuple(fields["tags"])}) for fields in kept]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.error("%s is damaged, the ratings in it are lost: %s", config_folder() / _FILE, error)
        return []
