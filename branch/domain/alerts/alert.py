"""What the staff must know at once, how it is told, and what is written down."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.kernel.messages import Command, Event

ALERT_KINDS = (
    "lobby-manager",
    "silent-alarm",
    "printer",
    "paper-low",
    "unprinted",
    "not-handed-in",
    "sound",
    "sign",
    "clock",
    "scanner",
    "feedback",
    "feedback-late",
    "appointments",
    "wrong-pins",
    "numbers-low",
    "device-twice",
    "device-forgets",
    "journal",
    "left-plan",
)
"""What an alert can be about. The first two are people who want help, the rest is trouble."""

LEFT_PLAN = "left-plan"
"""That something has left branch.toml on which somebody depends."""


OF_THE_DAY = ("unprinted", "not-handed-in", "numbers-low", "device-twice", "device-forgets")
"""Those about numbers, which are others' on the next day."""

ONCE_A_DAY = ("numbers-low", "device-forgets")
"""Those that the queue finds out by itself, and tells once a day, seen to or not."""

TAKEN_HOLDS = 10 * 60_000
"""For how long (ms) who goes is taken to be on the way; then everybody is asked again."""


@dataclass(frozen=True, kw_only=True)
class AlertDetails:
    """What an alert is about. ``source`` is the app or person that tells, ``detail`` is a line of theirs:
    which number, which cause. ``device`` tells those apart who share a name; None in older journals and for
    the service itself."""

    __slots__ = ()

    kind: str
    source: str
    detail: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class Alert(AlertDetails):
    """What the staff must know, until it is seen to; ``taken_by`` is who goes."""

    id: str
    counter: int | None
    raised_at: int
    taken_by: str | None = None
    taken_at: int | None = None


@dataclass(frozen=True, slots=True)
class RaiseAlert(AlertDetails, Command):
    """Tell the staff what they must know at once."""

    alert: str
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class TellTrouble(Command):
    """How it stands with a trouble that ``source`` looks after by itself: ``detail`` is what is wrong now,
    None where nothing is. ``alert`` is the id of the alert if there has to be another one."""

    alert: str
    kind: str
    source: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class TakeAlert(Command):
    """Somebody goes: ``by`` is the person, or the app where nobody is signed in."""

    alert: str
    by: str


@dataclass(frozen=True, slots=True)
class ClearAlert(Command):
    """It is seen to; ``by`` is the app or person that says so."""

    alert: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(AlertDetails, Event):
    """The staff must know this at once."""

    alert: str
    at_counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertTaken(Event):
    """Somebody goes. Names the alert's kind, source and counter again, so that it can be read alone."""

    schema = 3

    alert: str
    kind: str
    source: str
    at_counter: int | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertReturned(AlertDetails, Event):
    """Who went goes no more: everybody is asked again. ``by`` is whoever it was."""

    schema = 4

    alert: str
    at_counter: int | None = None
    raised_at: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCleared(Event):
    """It is seen to. Names the alert's kind, source and counter again, so that it can be read alone."""

    alert: str
    kind: str
    source: str
    at_counter: int | None = None
    by: str
