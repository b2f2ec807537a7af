"""What a customer answers, and ratings on their way: told until the service takes or refuses them.

They are kept on the disk, as questions left unanswered are, so that neither a cut line nor a restart of the
app loses one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.client.deliveries import Error, OutboxFile, any_order
from branch.client.outbox import Outbox
from branch.contract.answers.visit_answers import LeftUnrated, Rated
from branch.contract.branch_info import RatingReason
from branch.contract.refusals import Refusal
from branch.qt.link_outbox import OutboxLine
from branch.qt.service_link import ServiceLink


class RatingAnswer:
    """The answer to one question; nothing of it is told anybody before it is sent.

    Attributes:
        score: the chosen face, 1 to 5; 0 for none.
    """

    def __init__(self, reasons: Callable[[], Sequence[RatingReason]]) -> None:
        """``reasons`` gives those of the branch."""
        self._reasons = reasons
        self._given: list[str] = []
        self.score = 0

    @property
    def given(self) -> tuple[str, ...]:
        """The ids of the reasons, in the order in which they were given."""
        return tuple(self._given)

    def offered(self) -> list[RatingReason]:
        """The reasons that one may give for the chosen face."""
        return [reason for reason in self._reasons() if self.score in reason.scores]

    def choose(self, score: int) -> None:
        """Choose a face; reasons that are none for it are taken back."""
        self.score = score
        kept = [reason.id for reason in self.offered()]
        self._given = [reason for reason in self._given if reason in kept]

    def toggle(self, index: int) -> bool:
        """Give that one of the offered reasons, or take it back; whether there is one of that index."""
        offered = self.offered()
        if not 0 <= index < len(offered):
            return False
        reason = offered[index].id
        others = [other for other in self._given if other != reason]
        self._given = others if reason in self._given else [*others, reason]
        return True

    def forget(self) -> None:
        """Begin anew, for another customer."""
        self.score, self._given = 0, []


AGAIN_MS = 5_000
"""Service time between two tries while the line is bad."""

FILE = "counter-ratings.json"


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

    def tell(self, api: Api) -> LeftUnrated | Rated:
        """Tell the service; raises Refusal or ServiceError."""
        if self.score is None:
            return api.no_rating(self.ticket, key=self.key)
        return api.rate(self.ticket, self.score, self.tags, self.comment, "pad", at=self.at, key=self.key)


class RatingOutbox(QObject):
    """Ratings that have been given and not yet been taken."""

    def __init__(
        self, link: ServiceLink, refused: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """`link` is asked; `refused` hears the code of a no.

        What an earlier run of the app has left is there again.
        """
        super().__init__(parent)
        self._refused = refused
        self._outbox = Outbox(
            OutboxLine(link, self),
            OutboxFile(FILE, "ratings", Rating),
            lane=any_order,
            again_ms=AGAIN_MS,
            on_given_up=self._given_up,
        )

    def __len__(self) -> int:
        """How many have not been taken yet."""
        return len(self._outbox)

    @property
    def ratings(self) -> int:
        """How many of them say something."""
        return sum(rating.score is not None for rating in self._outbox.waiting)

    def post(self, rating: Rating) -> None:
        """Send it now, or as soon as there is a line."""
        self._outbox.put(rating, at_once=True)

    def stop(self) -> None:
        """Send nothing more; what waits is sent after the next start."""
        self._outbox.close()

    def _given_up(self, rating: Rating, error: Error) -> None:
        # Rated on the phone already, or too late: nothing that the customer should be bothered with.
        if rating.score is not None and isinstance(error, Refusal):
            self._refused(error.code)
