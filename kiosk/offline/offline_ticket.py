"""A ticket that was given without the service: as it is kept, and in the shape of one that came from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from branch.client.calls.service_api import Api
from branch.contract.answers.ticket_answers import CustomerTicket, IssuedTicket
from branch.contract.branch_info import BranchInfo
from branch.contract.times import to_text
from branch.opening_hours import Schedule


def schedule_of(branch: BranchInfo) -> Schedule:
    """The schedule of a branch."""
    return Schedule(branch.time_zone, branch.hours, branch.special_hours, branch.day_starts)


def takes(branch: BranchInfo, service: str, now: int) -> bool:
    """Whether that service's own hours allow a ticket now; the branch's are another question."""
    known = branch.service_by_id.get(service)
    if known is None or known.hours is None:
        return True
    own = Schedule(branch.time_zone, known.hours, known.special_hours, branch.day_starts)
    return own.phase(now) == "open"


UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class OfflineTicket:
    """A ticket that was given without the service. ``issued_at`` is in ms since the epoch."""

    id: str
    block: str
    n: int
    number: str
    service: str
    language: str | None
    segment: str | None
    issued_at: int
    printed: bool | None = None
    """Whether it came out on paper; None while that is not known."""
    reason: str | None = None
    segment_reason: str | None = None
    phone: str | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """Its id: the service takes a ticket of that id once."""
        return self.id

    def tell(self, api: Api) -> IssuedTicket:
        """Hand it in; raises Refusal or ServiceError."""
        return api.hand_in(
            self.block,
            self.id,
            self.n,
            to_text(self.issued_at, UTC),
            language=self.language,
            segment=self.segment,
            segment_reason=self.segment_reason,
            phone=self.phone,
            printed=self.printed,
            reason=self.reason,
        )


def ticket_of(given: OfflineTicket, branch: BranchInfo) -> CustomerTicket:
    """The ticket as the service would answer with it, but for what only the service can tell."""
    service = branch.service_by_id.get(given.service)
    issued_at = datetime.fromtimestamp(given.issued_at / 1000, branch.zone)
    return {
        "id": given.id,
        "number": given.number,
        "service": given.service,
        "segment": given.segment or (service and service.segment) or branch.default_segment,
        "language": given.language or branch.languages[0],
        "status": "waiting",
        "counter": None,
        "called_at": None,
        "recalls": 0,
        "appointment": None,
        "came_late": False,
        "printed": None,
        "channel": "kiosk",
        "issued_at": issued_at.isoformat(),
        "for_counter": None,
        "then": [],
        "started_at": None,
        "finished_at": None,
        "transfers": 0,
        "doubtful": False,
        "note": None,
        "url": branch.ticket_url.replace("{id}", given.id),
        "promise": 0,  # nobody can count who is called meanwhile
        "ahead": None,
        "estimate": None,
    }
