"""What stands on the card of each service: pure functions from what the service says to words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import BranchInfo, GroupInfo, ServiceInfo
from branch.contract.wait_reading import told_wait
from branch.qt.text.languages import Languages
from branch.wording.wait_wording import WaitWords, plain, told
from kiosk.home import home_texts
from kiosk.home.branch_status import clock_of
from kiosk.visit.visit_texts import say

NOTHING = WaitWords()
"""Where nobody can tell who waits."""


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
    """How many are ahead, by turns plain and heavy, as the wait; empty when there is nothing to say."""
    wait: list[str]
    within: str
    trouble: str
    """Why it cannot be chosen; empty if it can."""
    spoken: str
    group: bool = False
    """Whether it opens more cards instead of giving a number."""


ROLES = tuple(Card.__dataclass_fields__)


def service_name(languages: Languages, branch: BranchInfo, service: str) -> str:
    """The name of a service; its id if the branch does not know it."""
    known = branch.service_by_id.get(service)
    return languages.pick(known.names if known else {"en": service})


def seen_from(state: ServiceState, segment: str | None) -> ServiceState:
    """A service as it stands for a customer of that segment, if it tells their wait apart."""
    own = state.get("segments", {}).get(segment) if segment is not None else None
    return state if own is None else {**state, "ahead": own["ahead"], "estimate": own["estimate"]}


def newcomers_wait(languages: Languages, *states: ServiceState) -> WaitWords:
    """The wait of who takes a number of one of these services now."""
    waits = (told_wait(state.get("ahead", state["waiting"]), state["estimate"]) for state in states)
    return told(languages.code, *waits)


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
        for service in branch.offered_services
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
    wait, trouble = NOTHING, ""
    if state is not None and not state["open"] and (live or left is not None):
        trouble = closed_words(languages, state, branch)
    elif (state is None or not live) and not left:
        trouble = say(languages, home_texts.NOT_NOW)
    elif live and state is not None and state.get("closing") == "refuse" and not few:
        trouble = say(languages, home_texts.TOO_LATE_TODAY)  # who goes first may still be in time
    elif live and state is not None:
        wait = newcomers_wait(languages, state)
    return made(
        languages,
        service,
        wait,
        trouble,
        badge=service.prefix,
        gold=service.segment == "vip",
    )


def made(
    languages: Languages,
    entry: ServiceInfo | GroupInfo,
    wait: WaitWords,
    trouble: str,
    *,
    badge: str = "",
    gold: bool = False,
    group: bool = False,
) -> Card:
    """The card of a service or a group of /v1/branch."""
    name, hint = languages.pick(entry.names), languages.pick(entry.hints)
    sentences = (wait.people, wait.about, wait.within_sentence if wait.within else "")
    return Card(
        id=entry.id,
        name=name,
        hint=hint,
        badge=badge,
        gold=gold,
        usable=not trouble,
        people=_parts(wait.people_brief),
        wait=_parts(wait.about),
        within=plain(wait.within),
        trouble=trouble,
        spoken=", ".join(filter(None, (name, hint, *map(plain, sentences), trouble))),
        group=group,
    )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("*")] if text else []
