"""Lively days, walked through at random but always the same way: the machine's checks without its search."""

from __future__ import annotations

from random import Random

import pytest

from branch.domain.plan.branch_plan import Rule
from tests.domain.test_hall_machine import RULES, HallMachine


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "ruled", RULES, ids=lambda rule: f"{rule.name}-{rule.cap // 1000}-{rule.service_order}"
)
def test_a_lively_day(ruled: Rule, seed: int) -> None:
    machine = HallMachine()
    chance = Random(seed)
    machine.begin(ruled=ruled, seed=chance.randrange(10**9), steps=100)
    machine.night_falls()
    machine.hall_is_in_order()
    machine.check_journal()
