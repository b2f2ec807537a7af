"""Which services elderly mode shows first: those the branch names, else those that most people wait for."""

from __future__ import annotations

from collections.abc import Sequence

from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import BranchInfo
from kiosk.home.service_cards import Card

FEW = 3
"""How many where the branch names none."""

MANY = 5
"""From so many services on there are fewer; four large cards fit the screen."""


def chosen(branch: BranchInfo, states: Sequence[ServiceState], cards: Sequence[Card]) -> frozenset[str]:
    """The ids of the few out of ``cards``; all where there are not many, but for those with customers of
    their own."""
    named = branch.kiosk.elderly_services
    few = frozenset(card.id for card in cards if card.id in named)
    if few:
        return few
    own = {service.id for service in branch.services if service.segment}
    there = [card for card in cards if card.id not in own]
    if len(there) < MANY:
        return frozenset(card.id for card in there)
    waiting = {state["id"]: state["waiting"] for state in states}
    busiest = sorted(there, key=lambda card: (not card.usable, -waiting.get(card.id, 0)))  # else as listed
    return frozenset(card.id for card in busiest[:FEW])
