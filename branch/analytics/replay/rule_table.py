"""The rules side by side: one row each, with the record above them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from branch.analytics.replay.replay_figures import Figures
from branch.analytics.replay.replay_result import ReplayResult
from branch.domain.plan.branch_plan import USUAL_PROMISE, Plan, Rule, RuleName
from branch.opening_hours import MINUTE, SECOND

_SHOWN = ("mean", "p90", "p99")
_NUMBER = "{:>8}"


def every_rule(own: Rule, *, promise_named: bool) -> list[Rule]:
    """Every rule there is, otherwise as ``own``; without a named promise each also with the usual one."""
    promises = [own.most_passes] if promise_named else [0, USUAL_PROMISE]
    return [
        replace(own, name=name, most_passes=promise) for promise in promises for name in get_args(RuleName)
    ]


def table(results: Sequence[ReplayResult]) -> list[Figures]:
    """As plain data: the record, whose segments are not all known, then each replay."""
    totals = [result.total() for result in results]
    record = totals[0]["recorded"]
    nobody = dict.fromkeys(_SHOWN)
    segments = dict.fromkeys(totals[0]["queued_as_s"], nobody)
    return [
        _row("as recorded", record, segments | {"all": record["waits_s"]["all"]}, passed=None),
        *(
            _row(named(result.plan), total, total["queued_as_s"], passed=total["passed_at_most"])
            for result, total in zip(results, totals, strict=True)
        ),
    ]


def named(plan: Plan) -> str:
    """The rule with what it is set to, in one line."""
    rule = plan.rule
    parts: list[str] = [rule.name]
    if rule.name == "longest-wait":
        parts += [f"{s.id} {s.credit / SECOND:g} s" for s in plan.segments.values() if s.credit]
        parts += [f"cap {rule.cap / MINUTE:g} min"] if rule.cap else []
    if rule.name == "accumulating-priority":
        parts += [f"{s.id} x{s.rate:g}" for s in plan.segments.values() if s.rate != 1]
    if rule.most_passes:
        parts.append(f"promise {rule.most_passes}")
    return ", ".join(parts)


def readable(rows: Sequence[Figures]) -> str:
    """The table in columns, waits in seconds."""
    segments = list(rows[0]["waits_s"])
    width = max(len(row["rule"]) for row in rows)
    span = len(_NUMBER.format("")) * len(_SHOWN)
    heads = [
        " " * width
        + "".join(f"{segment:>{span}}" for segment in segments)
        + "{:>8}{:>8}".format("", "passed"),
        " " * width + _cells([*_SHOWN * len(segments), "left", "at most"]),
    ]
    return "\n".join(
        [
            *heads,
            *(
                f"{row['rule']:<{width}}"
                + _cells(row["waits_s"][segment][column] for segment in segments for column in _SHOWN)
                + _cells([row["left"], row["passed_at_most"]])
                for row in rows
            ),
        ]
    )


def _row(rule: str, found: Figures, waits: Mapping[str, Figures], *, passed: int | None) -> Figures:
    return {
        "rule": rule,
        "waits_s": {
            segment: {column: figures[column] for column in _SHOWN} for segment, figures in waits.items()
        },
        "served": found["served"],
        "left": found["left"],
        "passed_at_most": passed,
    }


def _cells(values: Iterable[object]) -> str:
    return "".join(
        _NUMBER.format("-" if value is None else f"{value:.1f}" if isinstance(value, float) else value)
        for value in values
    )
