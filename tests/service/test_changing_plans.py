"""Whatever leaves or changes in branch.toml in the middle of a day: nobody is lost and nothing fails."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from tests.domain.branches import PLAN, SATURDAY, at
from tests.service.changing_plans import ChangingDay, changed


@pytest.mark.parametrize("seed", range(24))
def test_a_day_goes_on_under_any_other_plan(seed: int) -> None:
    day = ChangingDay(seed)
    day.live(60)
    for _ in range(1 + seed % 3):  # the technician may need a second try, or take it all back
        day.change(PLAN if seed % 7 == 6 else changed(PLAN, day.chance))
        day.check()
        for _ in range(3):
            day.live(12)
            day.check()
    day.now = at("09:00", SATURDAY)
    day.ask(c.TurnDay(SATURDAY))
    day.check()
