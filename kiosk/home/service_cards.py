"""What stands on the card of each service: pure functions from what the service says to words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.answers.ticket_answers import WaitBand
from branch.contract.branch_info import BranchInfo, GroupInfo, ServiceInfo
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from kiosk.home import home_texts
from kiosk.home.branch_status import clock_of
from kiosk.visit.visit_texts import CONTEXT, say


@dataclass(frozen=True, slots=True)
class Words:
    """A short text around a value that is set heavier: "about", "9–14", "min". Without one: all `before`."""

    before: str = ""
    value: str = ""
    after: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.before, self.value, self.after) if part)


@dataclass(frozen=True, slots=True)
class Card:
    """A row of the model of services; roles are its fields."""

    id: str
    name: str
    hint: str
    badge: str
    gold: bool
    usable: bool
    people: list[str]
    """Before, value, after; empty texts when there is nothing to say."""
    wait: list[str]
    trouble: str
    """Why it cannot be chosen; empty if it can."""
    spoken: str
    group: bool = False
    """Whether it opens more cards instead of giving a number."""


ROLES = tuple(Card.__dataclass_fields__)


def around(languages: Languages, source: str, value: str) -> Words:
    """The text in the current language, cut at its %1."""
    before, mark, after = languages.text(CONTEXT, source).partition("%1")
    return Words(before.strip(), value if mark else "", after.strip())


def service_name(languages: Languages, branch: BranchInfo, service: str) -> str:
    """The name of a service; its id if the branch does not know it."""
    known = branch.service_by_id.get(service)
    return languages.pick(known.names if known else {"en": service})


def minutes_of(band: WaitBand) -> tuple[int, int]:
    """A wait in whole minutes, never narrower than it was."""
    return formats.whole_minutes(band["low_s"], band["high_s"])


def wait_words(
    languages: Languages, band: WaitBand | None, unknown: str, source: str = home_texts.ABOUT
) -> Words:
    """A wait: "about 9–14 min", "within 3 min", "No wait", or ``unknown`` when it cannot be told."""
    if band is None:
        return Words(say(languages, unknown))
    low, high = minutes_of(band)
    if high == 0:
        return Words(value=say(languages, home_texts.NO_WAIT))
    if low == 0:
        return around(languages, home_texts.WITHIN, str(high))
    return around(languages, source, formats.isolated(languages.code, formats.span(low, high)))


def wait_of(languages: Languages, state: ServiceState) -> Words:
    """The wait for a newcomer to a service; at once only where nobody waits."""
    band = state["estimate"]
    if band is not None and minutes_of(band)[1] == 0 and state["waiting"] > 0:
        return around(languages, home_texts.WITHIN, "1")
    return wait_words(languages, band, home_texts.NO_COUNTER, home_texts.MINUTES)


def closed_words(languages: Languages, state: ServiceState, branch: BranchInfo) -> str:
    """Why a service takes nobody, and when it does again."""
    closed_by, opens_at = state.get("closed_by"), state.get("opens_at")
    clock = clock_of(opens_at, branch.zone) if opens_at else ""
    if closed_by == "hours":
        return say(languages, home_texts.OPENS_AT if clock else home_texts.OVER_TODAY, clock)
    if closed_by == "quota":
        return say(languages, home_texts.NUMBERS_AT if clock else home_texts.ALL_GIVEN, clock)
    reason = languages.pick(branch.close_reason(state["reason"]))
    return say(languages, home_texts.CLOSED) + (f" · {reason}" if reason else "")


def cards(
    languages: Languages,
    branch: BranchInfo,
    states: Sequence[ServiceState],
    *,
    live: bool,
    few: bool = False,
    left: Callable[[str], int] | None = None,
) -> list[Card]:
    """The cards in the branch's order; ``few`` leaves out services that have customers of their own.

    ``left`` tells how many numbers of a service we can give without the branch service, if we can at all:
    then nobody knows who waits.
    """
    known = {state["id"]: state for state in states}
    return [
        _card(
            languages,
            branch,
            service,
            known.get(service.id),
            live,
            few,
            None if left is None else left(service.id),
        )
        for service in branch.services
        if not (few and service.segment)
    ]


def _card(
    languages: Languages,
    branch: BranchInfo,
    service: ServiceInfo,
    state: ServiceState | None,
    live: bool,
    few: bool,
    left: int | None,
) -> Card:
    people, wait, trouble = Words(), Words(), ""
    if state is not None and not state["open"] and (live or left is not None):
        trouble = closed_words(languages, state, branch)
    elif (state is None or not live) and not left:
        trouble = say(languages, home_texts.NOT_NOW)
    elif live and state is not None and state.get("closing") == "refuse" and not few:
        trouble = say(languages, home_texts.TOO_LATE_TODAY)  # who goes first may still be in time
    elif live and state is not None:
        people = around(languages, home_texts.PEOPLE, str(state["waiting"]))
        wait = wait_of(languages, state)
    return made(
        languages,
        service,
        people,
        wait,
        trouble,
        badge=service.prefix,
        gold=service.segment == "vip",
    )


def made(
    languages: Languages,
    entry: ServiceInfo | GroupInfo,
    people: Words,
    wait: Words,
    trouble: str,
    *,
    badge: str = "",
    gold: bool = False,
    group: bool = False,
) -> Card:
    """The card of a service or a group of /v1/branch."""
    name, hint = languages.pick(entry.names), languages.pick(entry.hints)
    return Card(
        id=entry.id,
        name=name,
        hint=hint,
        badge=badge,
        gold=gold,
        usable=not trouble,
        people=[people.before, people.value, people.after],
        wait=[wait.before, wait.value, wait.after],
        trouble=trouble,
        spoken=", ".join(part for part in (name, hint, str(people), str(wait), trouble) if part),
        group=group,
    )
