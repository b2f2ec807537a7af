"""The promise of fairness: so many who came later are called before anybody, and no more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.plan.branch_plan import Rule, RuleName
from branch.opening_hours import HOUR, MINUTE
from tests.domain.branches import PLAN, ruled
from tests.domain.helpers import Story, did, given, issue, seat

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("come"),
            st.sampled_from("ABC"),
            st.sampled_from(["ordinary", "ordinary", "vip", "priority"]),
        ),
        st.tuples(st.just("call"), st.integers(1, 3)),
        st.tuples(st.just("wait"), st.integers(1, 300)),
    ),
    max_size=80,
)


def vips(count: int) -> list[c.Command]:
    """So many who came later and are called first."""
    return [issue(f"vip{n}", segment="vip") for n in range(count)]


def test_the_promise_ends_the_passing() -> None:
    story = given(issue("a"), *vips(5), seat(1), plan=ruled(most_passes=2))
    assert story.calls(1) == ["vip0", "vip1", "a", "vip2", "vip3", "vip4"]


def test_without_a_promise_credit_decides() -> None:
    story = given(issue("a"), *vips(3), seat(1))
    assert story.calls(1) == ["vip0", "vip1", "vip2", "a"]


def test_the_reasons_say_that_it_was_the_promise() -> None:
    story = given(issue("a"), *vips(2), seat(1), plan=ruled(most_passes=1))
    story.given(c.CallNext(1), c.StartServing(1), c.FinishServing(1)).when(c.CallNext(1)).then(
        did(e.TicketCalled, ticket="a")
    )
    why = story.last(e.TicketCalled).why
    assert (why.reason, why.passed, why.most_passes) == ("promise", 1, 1)


def test_it_holds_under_strict_priority_too() -> None:
    story = given(issue("a"), *vips(4), seat(1), plan=ruled("strict-priority", most_passes=3))
    assert story.calls(1) == ["vip0", "vip1", "vip2", "a", "vip3"]


def test_a_counter_that_does_not_serve_them_passes_nobody() -> None:
    story = given(issue("a"), issue("c1", "C"), issue("c2", "C"), *vips(1), seat(1), seat(3))
    story = given(
        issue("a"), issue("c1", "C"), issue("c2", "C"), *vips(2), seat(1), seat(3), plan=ruled(most_passes=2)
    )
    assert story.calls(3) == ["c1", "c2"]
    assert story.calls(1) == ["vip0", "vip1", "a"]


def test_a_call_that_is_undone_has_passed_nobody() -> None:
    story = given(issue("a"), *vips(3), seat(1), plan=ruled(most_passes=1))
    story.given(c.CallNext(1), c.UndoLast(1))
    assert story.calls(1) == ["vip0", "a", "vip1", "vip2"]


def test_the_oldest_of_those_who_were_passed_goes_first() -> None:
    story = given(issue("a"), issue("b", "B"), *vips(4), seat(1), plan=ruled(most_passes=2))
    assert story.calls(1) == ["vip0", "vip1", "a", "b", "vip2", "vip3"]


@forall(STEPS, st.integers(1, 4), st.sampled_from(["longest-wait", "strict-priority"]))
@settings(deadline=None)
def test_nobody_is_ever_passed_more_often(steps: list[tuple[object, ...]], most: int, name: RuleName) -> None:
    """Whatever comes and whoever calls: counted one by one, by those who stand there and see it."""
    plan = replace(PLAN, rule=Rule(name, cap=20 * MINUTE, most_passes=most))
    plan = replace(plan, schedule=replace(plan.schedule, week=plan.schedule.week))
    story = given(seat(1), seat(2), seat(3), plan=plan)
    passed: dict[str, int] = defaultdict(int)
    end = story.now + 2 * HOUR
    for number, (what, *rest) in enumerate(steps):
        if what == "come" and story.now < end:
            service, segment = rest
            if not (service == "C" and story.hall.numbers_issued.get("C", 0) >= 3):  # it has three numbers
                story.given(issue(f"t{number}", str(service), str(segment)))
        elif what == "wait":
            story.given(f"+{rest[0]}s")
        elif what == "call":
            _call(story, int(str(rest[0])), passed)
    assert max(passed.values(), default=0) <= most


def _call(story: Story, counter: int, passed: dict[str, int]) -> None:
    services = story.hall.counters[counter].services
    waiting = [t for t in story.hall.tickets.values() if t.status == "waiting" and t.service in services]
    if not waiting:
        return
    story.given(c.CallNext(counter))
    called = story.hall.tickets[story.last(e.TicketCalled).ticket]
    for other in waiting:
        passed[other.id] += called.place.queued_from > other.place.queued_from
    story.given(c.StartServing(counter), c.FinishServing(counter))
