"""The services as a tree: which cards stand on which level. Pure functions.

A group stands where the first of its services stands; one without a service that is shown is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from branch.contract import shapes
from branch.qt.text.languages import Languages
from kiosk import texts
from kiosk.cards import Card, Words, around, made, wait_words
from kiosk.texts import say


def level(
    languages: Languages,
    branch: Mapping[str, Any],
    states: Sequence[shapes.ServiceState],
    services: Sequence[Card],
    opened: str,
) -> list[Card]:
    """What is shown while the group ``opened`` is open ("" for none), out of the cards of all services."""
    groups = {group["id"]: group for group in branch.get("groups", [])}
    homes = {service["id"]: service.get("group") for service in branch.get("services", [])}
    known = {state["id"]: state for state in states}
    rows: dict[str, Card | list[Card]] = {}
    for card in services:
        path = path_to(groups, homes.get(card.id))
        if opened and opened not in path:
            continue
        below = path[path.index(opened) + 1 :] if opened else path
        if not below:
            rows[f"service {card.id}"] = card
            continue
        inside = rows.setdefault(below[0], [])
        assert isinstance(inside, list)  # noqa: S101 - ids have no space, so no group is called "service A"
        inside.append(card)
    return [
        _group_card(languages, groups[name], row, known) if isinstance(row, list) else row
        for name, row in rows.items()
    ]


def path_to(groups: Mapping[str, Mapping[str, Any]], group: str | None) -> list[str]:
    """The groups that lead to one and itself, outermost first; a group nobody knows of leads nowhere."""
    path: list[str] = []
    while group is not None and group in groups and group not in path:
        path.insert(0, group)
        group = groups[group].get("group")
    return path


def _group_card(
    languages: Languages,
    group: Mapping[str, Any],
    cards: Sequence[Card],
    known: Mapping[str, shapes.ServiceState],
) -> Card:
    """A group's card: everybody who waits for what can be had in it, and the range of their waits."""
    usable = [card for card in cards if card.usable]
    if not usable:
        closed = all(card.id in known and not known[card.id]["open"] for card in cards)
        trouble = say(languages, texts.CLOSED if closed else texts.NOT_NOW)
        return made(languages, group, Words(), Words(), trouble, group=True)
    if not any(card.people[1] for card in usable):  # without the service nobody knows who waits
        return made(languages, group, Words(), Words(), "", group=True)
    counted = [known[card.id] for card in usable if card.id in known]
    people = around(languages, texts.PEOPLE, str(sum(state["waiting"] for state in counted)))
    wait = _range(languages, counted)
    return made(languages, group, people, wait, "", group=True)


def _range(languages: Languages, states: Iterable[shapes.ServiceState]) -> Words:
    bands = [state["estimate"] for state in states if state["estimate"] is not None]
    if not bands:
        return Words(say(languages, texts.NO_COUNTER))
    band: shapes.Band = {
        "low_s": min(band["low_s"] for band in bands),
        "high_s": max(band["high_s"] for band in bands),
    }
    return wait_words(languages, band, texts.NO_COUNTER, texts.MINUTES)
