"""What stands on the board, read off the view of the hall. Pure: no Qt, no clock, nothing decided twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import zip_longest
from typing import Literal

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.answers.ticket_answers import BoardTicket, TicketStatus
from branch.contract.branch_info import BranchInfo
from branch.contract.wait_reading import wait_words
from branch.wording.wait_wording import plain
from display.board.callout import STANDING
from display.board.main_panel import Seen

SLOTS = 4
"""Rows of the list on a quiet day."""

SLOTS_PORTRAIT = 5
MOST_SLOTS = 8
"""Rows when so many are called at once; they get lower rather than hide one."""

MISSED_SHOWN = 5
NEXT_SHOWN = 5

Screen = Literal["waiting", "elsewhere", "closed", "board"]


def known_calls(view: Seen) -> list[BoardTicket]:
    """The calls the view knows, the newest first: the newest ones of all and what the counters hold."""
    calls = list(view.calls)
    numbers = {call["number"] for call in calls}
    held = [
        counter["ticket"]
        for counter in view.counters.values()
        if counter["ticket"] is not None and counter["ticket"]["number"] not in numbers
    ]
    held.sort(key=lambda call: call["called_at"] or "", reverse=True)
    return calls + [call for call in held if call["called_at"] is not None]


def standing(view: Seen, *, arrived_leave: bool = False) -> list[BoardTicket]:
    """The calls that belong on the board, the newest first; with ``arrived_leave`` only those whose customer
    has not come to the counter yet."""
    stand = {"called"} if arrived_leave else STANDING
    return [call for call in known_calls(view) if call["status"] in stand]


def statuses(view: Seen) -> dict[str, TicketStatus]:
    """What has become of each ticket that was called lately."""
    return {call["number"]: call["status"] for call in known_calls(view)}


def listed(calls: list[BoardTicket], without: Collection[str], slots: int) -> tuple[list[BoardTicket], int]:
    """The calls for the list, and how many rows it needs now.

    Those whose customer has not come yet go before those who are being served, so none is pushed out by
    somebody who needs the board no more; what is chosen is shown in the order of the calls.
    """
    calls = [call for call in calls if call["number"] not in without]
    calling = [call for call in calls if call["status"] == "called"]
    slots = max(slots, min(MOST_SLOTS, len(calling)))
    others = [call for call in calls if call["status"] != "called"]
    chosen = {call["number"] for call in (calling + others)[:slots]}
    return [call for call in calls if call["number"] in chosen], slots


def screen_of(view: Seen, *, known: bool, here: bool, busy: bool) -> Screen:
    """Which screen there is to show. After hours the board stays until the last customer has been served.

    "elsewhere": the board is set to services (not ``here``) that the branch does not have.
    """
    if not known:
        return "waiting"
    if not here:
        return "elsewhere"
    if view.phase == "open" or busy:
        return "board"
    held = any(counter["ticket"] is not None for counter in view.counters.values())
    staffed = any(counter["state"] != "closed" for counter in view.counters.values())
    waiting = any(service["waiting"] for service in view.services)
    return "board" if held or (staffed and waiting) else "closed"


def anyone_open(view: Seen) -> bool:
    """Whether some counter takes customers."""
    return any(counter["state"] == "open" for counter in view.counters.values())


def missed(view: Seen) -> list[str]:
    """The numbers whose customers did not come, the one called last first."""
    return [call["number"] for call in known_calls(view) if call["status"] == "missed"][:MISSED_SHOWN]


def coming(view: Seen) -> list[str]:
    """Who is called next as things stand: of each service the first, then of each the second."""
    lines = [service.get("next", []) for service in view.services]  # who waits for a closed one is called too
    return [number for row in zip_longest(*lines) for number in row if number is not None][:NEXT_SHOWN]


def directions(branch: BranchInfo) -> dict[int, str]:
    """Where each counter lies, as far as the branch has said."""
    return {one.number: one.direction for one in branch.counters if one.direction is not None}


def tiles(
    services: list[ServiceState],
    branch: BranchInfo,
    paused: str,
    language: str,
    pick: Callable[[Mapping[str, str]], str],
    *,
    stale: bool = False,
) -> list[dict[str, object]]:
    """Who is ahead of a newcomer to each service and how long that will take, by the letter of its tickets.
    What is closed says why: ``pick`` chooses the words, ``paused`` stands where nobody has said. A ``stale``
    board says no minutes: they are those of then."""
    prefixes = {service.id: service.prefix for service in branch.services}
    found: list[dict[str, object]] = []
    for service in services:
        ahead = service.get("ahead", service["waiting"])
        note = "" if service["open"] else pick(branch.close_reason(service["reason"])) or paused
        words = wait_words(language, ahead, service["estimate"])
        found.append(
            {
                "id": service["id"],
                "letter": prefixes.get(service["id"], service["id"]),
                "note": note,
                "ahead": ahead,
                "wait": note or ("" if stale else plain(words.about)),
                "within": "" if note or stale else plain(words.within),
            }
        )
    return found
