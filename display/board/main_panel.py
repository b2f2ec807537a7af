"""What the main panel and the panel of a zone say of a call, ready to be laid out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from branch.client.hall_view import HallView
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.hall_answers import Phase, ServiceState
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.branch_info import BranchInfo
from display.board import board_texts as w
from display.board.board_texts import BoardTexts, Pair

Look = Literal["calling", "now", "calm", "idle"]
"""In its moment; still called; its customer has come (or we cannot know any more); nobody to show."""


def look_of(call: BoardTicket, *, on_stage: bool, stale: bool) -> Look:
    """How loud the panel is about a call."""
    if call["status"] != "called" or (stale and not on_stage):
        return "calm"
    return "calling" if on_stage else "now"


def panel_of(
    call: BoardTicket, look: Look, words: BoardTexts, directions: Mapping[int, str]
) -> dict[str, object]:
    """The panel of a call: number and counter, what is said above and around them, aloud the whole of it."""
    counter = "" if call["counter"] is None else str(call["counter"])
    again = call["recalls"] > 0 and look != "calm"
    if look != "calm":
        title = words.say(w.NOW_CALLING)
    else:
        title = words.say(w.BEING_SERVED if call["status"] == "serving" else w.LAST_CALLED)
    phrase = words.say(w.GO_TO if look != "calm" else w.COUNTER)
    before, _, after = phrase.main.partition("%1")
    place = words.say(w.COUNTER).arg(counter)
    mark = words.say(w.CALLED_AGAIN)
    promised = promise_of(call, words)
    marks = [*([promised] if promised else []), *([mark] if again else [])]
    return {
        "look": look,
        "number": call["number"],
        "counter": counter,
        "direction": directions.get(call["counter"] or 0, ""),
        "title": title.as_map(),
        "before": before.strip(),
        "after": after.strip(),
        "second": place.second,
        "again": again,
        "againText": " ".join(filter(None, (mark.main, mark.second))),
        # Beside "called again" there is room for one language.
        "promisedText": " ".join(filter(None, (promised.main, "" if again else promised.second)))
        if promised
        else "",
        "spoken": ", ".join([f"{call['number']} {phrase.arg(counter).main}", *(said.main for said in marks)]),
    }


def promise_of(call: BoardTicket, words: BoardTexts) -> Pair | None:
    """That a number has the place of an appointment, so that nobody wonders why it goes before others; None
    for those who came by, or too late for theirs."""
    return words.say(w.APPOINTMENT) if call["appointment"] and not call.get("came_late") else None


def idle_panel(words: BoardTexts, *, anyone_open: bool) -> dict[str, object]:
    """The panel when there is no call to show: what one may expect."""
    title = words.say(w.NOBODY_YET if anyone_open else w.NO_COUNTER)
    detail = words.say(w.PLEASE_WAIT)
    return {
        "look": "idle",
        "number": "",
        "counter": "",
        "title": title.as_map(),
        "detail": detail.as_map(),
        "again": False,
        "spoken": title.main,
    }


def row_of(
    call: BoardTicket, words: BoardTexts, directions: Mapping[int, str], *, on_stage: str | None, stale: bool
) -> dict[str, object]:
    """A row of the list; the words for the counter stand before or after its number, as in the language."""
    template = words.say(w.COUNTER)
    word = Pair(template.main.replace("%1", "").strip(), template.second.replace("%1", "").strip())
    counter = "" if call["counter"] is None else str(call["counter"])
    promised = promise_of(call, words)
    said = f"{call['number']} {template.main.replace('%1', counter)}"
    return {
        "number": call["number"],
        "counter": counter,
        "direction": directions.get(call["counter"] or 0, ""),
        "promised": promised.main if promised else "",
        "word": word.main,
        "second": word.second,
        "wordFirst": not template.main.startswith("%1"),
        "now": call["status"] == "called" and not stale,
        "onStage": call["number"] == on_stage,
        "spoken": f"{said}, {promised.main}" if promised else said,
    }


ROWS = 3
"""Rows of the list where several zones share a screen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a board reads off the view; the fields are those of `branch.client.hall_view.HallView`."""

    day: str | None
    phase: Phase
    services: list[ServiceState]
    counters: dict[int, BoardCounter]
    calls: list[BoardTicket]


@dataclass(frozen=True, slots=True)
class Zone:
    """Services that share a part of the hall; with none it is the whole hall."""

    services: tuple[str, ...] = ()

    def has(self, service: str) -> bool:
        """Whether that service is in it."""
        return not self.services or service in self.services

    def seen(self, view: HallView) -> Seen:
        """The view as far as it is about this zone: a counter that works for other zones too is without the
        ticket that it holds for them."""
        if not self.services:
            return Seen(view.day, view.phase, view.services, view.counters, view.calls)
        return Seen(
            view.day,
            view.phase,
            [service for service in view.services if self.has(service["id"])],
            {n: self._ours(one) for n, one in view.counters.items() if any(map(self.has, one["services"]))},
            [call for call in view.calls if self.has(call["service"])],
        )

    def names(self, branch: BranchInfo) -> list[Mapping[str, str]]:
        """What its services are called, in the branch's order; none for the whole hall."""
        services = branch.services if self.services else ()
        return [service.names for service in services if self.has(service.id)]

    def is_here(self, branch: BranchInfo) -> bool:
        """Whether the branch has any of its services; also true while no branch is known."""
        known: Collection[str] = [service.id for service in branch.services]
        return not known or not self.services or any(map(self.has, known))

    def _ours(self, counter: BoardCounter) -> BoardCounter:
        ticket = counter["ticket"]
        return counter if ticket is None or self.has(ticket["service"]) else {**counter, "ticket": None}
