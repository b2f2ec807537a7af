"""What a branch is: the answer of GET /v1/branch, made by the service and read by the apps by attribute.

An older service does not tell everything: what it leaves out has the default that stands here, and nowhere
else (`branch.service.config` takes its own from here). Of a newer one, keys that are not known are passed
over, and a word that is not known counts as not said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal, Self, cast
from zoneinfo import ZoneInfo

from annotated_types import Len

from branch.contract.basics import Names
from branch.contract.info_types import ClockText, KnownWords
from branch.contract.mistakes import mistakes

if TYPE_CHECKING:
    from pydantic import ConfigDict, TypeAdapter

ClockTime = Annotated[time, ClockText()]
Span = tuple[ClockTime, ClockTime]
DayHours = tuple[Span, ...]
Week = Annotated[tuple[DayHours, ...], Len(7, 7)]
"""The hours of the seven days, Monday first."""

VoiceOrder = Literal["listed", "ticket", "ticket-only"]
"""Every language as listed; the ticket's own first; the ticket's own alone."""

MandarinOne = Literal["yi", "yao"]
"""How Mandarin reads a 1 in a number: 一, which was understood better, or 幺 as on the telephone."""

Direction = Literal["left", "right", "straight", "up", "down"]


_EMPTY: Final[Mapping[str, object]] = {"json_schema_extra": {"default": {}}}
"""A mapping of which nothing was told."""


class Info:
    """Base of all parts."""

    __pydantic_config__: ClassVar[ConfigDict] = {"extra": "ignore", "validate_by_name": True}


@dataclass(frozen=True, kw_only=True)
class NamedChoice(Info):
    """One of a list to choose from: a reason, or a step of a service. What is ``kept`` has left branch.toml:
    it has a name for what was said with it, and is not to choose."""

    id: str
    names: Names
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class RuleInfo(Info):
    """How the next customer is found; ``name`` is empty where nobody has said. Times in seconds. ``rates``
    are how many times a second waited counts, by segment, where the rule is accumulating priority."""

    name: str = ""
    cap_s: int = 0
    most_passes: int = 0
    credit_s: Mapping[str, int] = field(default_factory=dict, metadata=_EMPTY)
    late_credit_s: int = 0
    rates: Mapping[str, float] = field(default_factory=dict, metadata=_EMPTY)


@dataclass(frozen=True, kw_only=True)
class QuotaInfo(Info):
    """So many numbers of a service between two times of day."""

    start: ClockTime = field(metadata={"alias": "from"})
    end: ClockTime = field(metadata={"alias": "to"})
    tickets: int


@dataclass(frozen=True, kw_only=True)
class ServiceInfo(Info):
    """A service. ``segment`` is set where it has customers of its own, ``hours`` where they are not those of
    the branch; a standard (s) is 0 where it is not known. ``kept``: it has left branch.toml, is there for
    those who have its numbers, and is offered to nobody."""

    id: str
    prefix: str = ""
    names: Names = field(default_factory=dict, metadata=_EMPTY)
    hints: Names = field(default_factory=dict, metadata=_EMPTY)
    segment: str | None = None
    standard_s: int = 0
    wait_standard_s: int = 0
    group: str | None = None
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=_EMPTY)
    self_service: Names = field(default_factory=dict, metadata=_EMPTY)
    hours: Week | None = None
    special_hours: Mapping[date, DayHours] = field(default_factory=dict, metadata=_EMPTY)
    quotas: tuple[QuotaInfo, ...] = ()
    per_day: int | None = None
    steps: tuple[NamedChoice, ...] = ()
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class GroupInfo(Info):
    """A group of services; ``group`` is the one it stands in."""

    id: str
    names: Names = field(default_factory=dict, metadata=_EMPTY)
    hints: Names = field(default_factory=dict, metadata=_EMPTY)
    group: str | None = None


@dataclass(frozen=True, kw_only=True)
class SegmentInfo(Info):
    """A kind of customers; the kiosk offers it to whoever has one of its reasons, unless it is ``kept``: it
    has left branch.toml and is there for those who are of it."""

    id: str
    names: Names = field(default_factory=dict, metadata=_EMPTY)
    reasons: tuple[NamedChoice, ...] = ()
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class CounterInfo(Info):
    """A counter, the services it serves, and where it lies as seen from the board. ``kept``: it has left
    branch.toml and is there until its teller signs out."""

    number: int
    services: tuple[str, ...] = ()
    direction: Annotated[Direction | None, KnownWords()] = None
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class StandardsInfo(Info):
    """Limits at the counters. ``recall_limit`` is 0 for as often as one likes."""

    rating_window_s: int = 1800
    undo_window_s: int = 10
    recall_limit: int = 0
    park_reminder_s: int = 600


@dataclass(frozen=True, kw_only=True)
class RatingReason(Info):
    """What a customer may give as a reason for a score."""

    id: str
    scores: tuple[int, ...]
    names: Names


@dataclass(frozen=True, kw_only=True)
class VolumeStep(Info):
    """From which time of day on it is how loud."""

    start: ClockTime = field(metadata={"alias": "from"})
    percent: int


@dataclass(frozen=True, kw_only=True)
class VoiceInfo(Info):
    """How calls are spoken.

    Attributes:
        speak: whether they are spoken at all.
        languages, order: in which languages, one after the other; none named: those of the branch.
        one: how Mandarin reads a 1.
        repeat: how often each call is spoken, as long as no other waits.
        chime: whether two tones come before.
        volume: from which time on how loud; the last one goes on past midnight; none named: always full.
        quiet: when nothing is spoken but an emergency; 22:00 to 07:00 goes past midnight.
    """

    speak: bool = True
    languages: tuple[str, ...] = ()
    order: Annotated[VoiceOrder, KnownWords("listed")] = "listed"
    one: Annotated[MandarinOne, KnownWords("yi")] = "yi"
    repeat: int = 1
    chime: bool = True
    volume: tuple[VolumeStep, ...] = ()
    quiet: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardInfo(Info):
    """Whose card the whole of which has that pattern is of that segment, for that reason."""

    pattern: str
    segment: str
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class KioskInfo(Info):
    """What the kiosks offer."""

    elderly_services: tuple[str, ...] = ()
    ask_phone: Annotated[Literal["never", "offer"], KnownWords("never")] = "never"
    phone_pattern: str = r"1[3-9][0-9]{9}"
    cards: tuple[CardInfo, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TellerHintInfo(Info):
    """What tellers are reminded of with customers of that service and segment; None: of any."""

    service: str | None = None
    segment: str | None = None
    text: Names


@dataclass(frozen=True, kw_only=True)
class BranchInfo(Info):
    """The whole branch. ``hints`` and ``devices``, what staff call a device by the name of its token, are
    told to staff alone; ``notices`` are the standing texts by place; ``ticket_url`` has ``{id}`` in it;
    ``appointment_key`` is an Ed25519 key in base64."""

    name: Names = field(default_factory=dict, metadata=_EMPTY)
    languages: tuple[str, ...] = ()
    time_zone: str = "UTC"
    rule: RuleInfo = RuleInfo()
    services: tuple[ServiceInfo, ...] = ()
    groups: tuple[GroupInfo, ...] = ()
    segments: tuple[SegmentInfo, ...] = ()
    close_reasons: tuple[NamedChoice, ...] = ()
    counters: tuple[CounterInfo, ...] = ()
    hours: Week = ((),) * 7
    special_hours: Mapping[date, DayHours] = field(default_factory=dict, metadata=_EMPTY)
    day_starts: ClockTime = time(0, 0)
    standards: StandardsInfo = StandardsInfo()
    reasons: tuple[RatingReason, ...] = ()
    call_reasons: tuple[NamedChoice, ...] = ()
    notices: Mapping[str, Names] = field(default_factory=dict, metadata=_EMPTY)
    voice: VoiceInfo = VoiceInfo()
    ticket_url: str = ""
    hints: tuple[TellerHintInfo, ...] = ()
    kiosk: KioskInfo = KioskInfo()
    appointment_key: str = ""
    devices: Mapping[str, Names] = field(default_factory=dict, metadata=_EMPTY)

    @classmethod
    def from_json(cls, answer: object) -> Self:
        """Read an answer of GET /v1/branch; raises ValueError in one line that names the key."""
        from pydantic import ValidationError  # not when an app starts, see `_json`

        try:
            return cast(Self, _json().validate_python(answer))
        except ValidationError as error:
            raise ValueError(mistakes(error.errors())[0].line) from error

    def to_json(self, *, for_staff: bool) -> dict[str, Any]:
        """The answer of GET /v1/branch; customers are not shown what tellers are told of them."""
        hidden = None if for_staff else {"hints", "devices"}
        told: dict[str, Any] = _json().dump_python(self, mode="json", by_alias=True, exclude=hidden)
        return told

    @property
    def zone(self) -> ZoneInfo:
        """The branch's time zone."""
        return ZoneInfo(self.time_zone)

    @cached_property
    def service_by_id(self) -> Mapping[str, ServiceInfo]:
        """Every service, in the branch's order."""
        return {service.id: service for service in self.services}

    @cached_property
    def segment_by_id(self) -> Mapping[str, SegmentInfo]:
        """Every segment, in the branch's order; the first is that of everybody who names none."""
        return {segment.id: segment for segment in self.segments}

    @cached_property
    def offered_services(self) -> tuple[ServiceInfo, ...]:
        """The services that somebody new may have, in the branch's order."""
        return tuple(service for service in self.services if not service.kept)

    @cached_property
    def offered_segments(self) -> tuple[SegmentInfo, ...]:
        """The segments that somebody new may be of, in the branch's order."""
        return tuple(segment for segment in self.segments if not segment.kept)

    @property
    def default_segment(self) -> str:
        """The segment of a customer who named none: the first; empty where there is none."""
        return next(iter(self.segment_by_id), "")

    def close_reason(self, reason: str | None) -> Names:
        """The names of a reason for which a service takes nobody; one that is not in the branch's list is its
        own name; nothing for none."""
        if reason is None or not reason.strip():
            return {}
        return next((one.names for one in self.close_reasons if one.id == reason), {"en": reason.strip()})


@cache
def _json() -> TypeAdapter[BranchInfo]:
    """How a branch is read and written. No app needs that for its first frame, and pydantic takes longer to
    import than Qt."""
    from pydantic import TypeAdapter

    return TypeAdapter(BranchInfo)


NO_BRANCH: Final = BranchInfo()
"""Before any service has said what it is."""
