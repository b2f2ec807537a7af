"""What a customer has answered so far: a face, and reasons for it out of those that the branch offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from branch.contract.branch_info import RatingReason


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
