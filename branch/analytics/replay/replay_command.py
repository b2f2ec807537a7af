"""The command line of a replay: TRACE [--rule NAME] [--rules] [--seed N] and what the rule is set to."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from branch.analytics.replay.replay_figures import Figures
from branch.analytics.replay.replay_setting import BANKS_OWN
from branch.analytics.replay.replaying import SEED, compare
from branch.analytics.replay.rule_table import every_rule, readable, table
from branch.analytics.replay.trace import read_trace
from branch.domain.plan.branch_plan import Plan, Rule, RuleName
from branch.opening_hours import MINUTE, SECOND


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The trace and the rule; the configuration is the caller's."""
    parser.add_argument("trace", type=Path, help="a recorded trace, .csv or .csv.gz")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--rule",
        action="append",
        choices=get_args(RuleName),
        help="replay under this rule; given twice, both are replayed and shown side by side",
    )
    which.add_argument(
        "--rules", action="store_true", help="replay under every rule; a table of all follows on stderr"
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
    parser.add_argument(
        "--seed", type=int, default=SEED, metavar="N", help=f"of what is drawn (default: {SEED})"
    )
    parser.add_argument(
        "--wrap-up",
        type=_duration,
        metavar="SECONDS",
        help="after each customer a server is not ready for so long; default: as measured in the trace",
    )


def run(args: argparse.Namespace, plan: Plan | None = None) -> int:
    """Print the figures; the exit code. Raises ReplayError."""
    found = main_json(
        args.trace,
        plan=plan,
        rules=args.rule or (),
        every=args.rules,
        cap=args.cap,
        credit=args.credit,
        promise=args.promise,
        seed=args.seed,
        wrap_up=args.wrap_up,
    )
    print(json.dumps(found, ensure_ascii=False, indent=2), flush=True)
    if args.rules:
        print(readable(found["table"]), file=sys.stderr)
    return 0


def main_json(
    trace: Path,
    *,
    plan: Plan | None = None,
    rules: Sequence[RuleName] = (),
    every: bool = False,
    cap: float | None = None,
    credit: float | None = None,
    promise: int | None = None,
    seed: int = SEED,
    wrap_up: float | None = None,
) -> Figures:
    """The figures as plain data, one replay per rule and a table of all; ``cap`` in minutes, ``credit`` and
    ``wrap_up`` in seconds, ``promise`` in people."""
    own = plan.rule if plan is not None else BANKS_OWN
    if cap is not None:
        own = replace(own, cap=round(cap * MINUTE))
    if promise is not None:
        own = replace(own, most_passes=promise)
    chosen: list[Rule] = [replace(own, name=name) for name in dict.fromkeys(rules)] or [own]
    if every:
        chosen = every_rule(own, promise_named=plan is not None or promise is not None)
    recorded = read_trace(trace)
    results = compare(
        recorded,
        chosen,
        plan=plan,
        credit=None if credit is None else round(credit * SECOND),
        seed=seed,
        wrap_up=wrap_up,
    )
    return {
        "trace": recorded.name,
        "customers": len(recorded.customers),
        "days": len(recorded.days()),
        "seed": seed,
        "measured": results[0].measured.to_json(),
        "notes": list(results[0].notes),
        "table": table(results),
        "replays": [result.to_json() for result in results],
    }


def _duration(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e9:
        raise argparse.ArgumentTypeError(f"{text} is not a length of time")
    return number
