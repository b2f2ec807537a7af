"""The command line of a replay: TRACE [--rule NAME] [--cap MINUTES] [--credit SECONDS]."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from branch.analytics.replay.replay_setting import BANKS_OWN
from branch.analytics.replay.replaying import compare
from branch.analytics.replay.trace import read_trace
from branch.domain.plan.branch_plan import Plan, Rule, RuleName
from branch.domain.plan.schedule import MINUTE, SECOND


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The trace and the rule; the configuration is the caller's."""
    parser.add_argument("trace", type=Path, help="a recorded trace, .csv or .csv.gz")
    parser.add_argument(
        "--rule",
        action="append",
        choices=get_args(RuleName),
        help="replay under this rule; given twice, both are replayed and shown side by side",
    )
    parser.add_argument(
        "--cap", type=_duration, metavar="MINUTES", help="longest wait before all credits; 0: none"
    )
    parser.add_argument(
        "--promise", type=int, metavar="PEOPLE", help="so many later-comers go first at most; 0: no promise"
    )
    parser.add_argument(
        "--credit", type=_duration, metavar="SECONDS", help="credit of all but ordinary customers"
    )


def run(args: argparse.Namespace, plan: Plan | None = None) -> int:
    """Print the figures; the exit code. Raises ReplayError."""
    found = main_json(
        args.trace, plan=plan, rules=args.rule or (), cap=args.cap, credit=args.credit, promise=args.promise
    )
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def main_json(
    trace: Path,
    *,
    plan: Plan | None = None,
    rules: Sequence[RuleName] = (),
    cap: float | None = None,
    credit: float | None = None,
    promise: int | None = None,
) -> dict[str, Any]:
    """The figures as plain data, one replay per rule; ``cap`` in minutes, ``credit`` in seconds, ``promise``
    in people."""
    own = plan.rule if plan is not None else BANKS_OWN
    if cap is not None:
        own = replace(own, cap=round(cap * MINUTE))
    if promise is not None:
        own = replace(own, most_passes=promise)
    chosen: list[Rule] = [replace(own, name=name) for name in dict.fromkeys(rules)] or [own]
    recorded = read_trace(trace)
    results = compare(recorded, chosen, plan=plan, credit=None if credit is None else round(credit * SECOND))
    return {
        "trace": recorded.name,
        "customers": len(recorded.customers),
        "days": len(recorded.days()),
        "notes": list(results[0].notes),
        "replays": [result.to_json() for result in results],
    }


def _duration(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e9:
        raise argparse.ArgumentTypeError(f"{text} is not a length of time")
    return number
