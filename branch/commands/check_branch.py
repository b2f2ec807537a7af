"""``branchline check``: mistakes in branch.toml, and what is allowed but of no use as it is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import time

from branch.commands.check_promise import promise_warnings
from branch.commands.check_settings import settings_advice, settings_warnings
from branch.commands.check_texts import texts_warnings
from branch.commands.command_line import ConfigMistakesError, add_config, add_data, read_config, storage_told
from branch.contract.times import clock_text
from branch.domain.plan.branch_plan import Plan
from branch.opening_hours import Schedule
from branch.service.config.branch_config import BranchConfig
from branch.service.config.section_types import DAYS

_Spans = Sequence[tuple[time, time]]

ALIKE = {"E": "一 (one) in Mandarin", "I": "E and Y", "O": "zero"}
"""Prefix letters that are taken for something else when they are called out."""


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    add_config(parser)
    add_data(parser)


def run(_: str, options: argparse.Namespace) -> int:
    """Print the warnings, with exit code 1 if there are any, and advice; raises UserError with every mistake,
    after the warnings of what is right."""
    try:
        config = read_config(options.config, options.data)
    except ConfigMistakesError as mistakes:
        for warning in beside(mistakes):
            print(warning)
        raise
    with storage_told():
        warnings = [*warnings_of(config), *promise_warnings(config.plan(), options.data)]
    for line in (*warnings, *settings_advice(config)):
        print(line)
    return 1 if warnings else 0


def warnings_of(config: BranchConfig) -> list[str]:
    """One line for everything that is allowed but unwise."""
    warnings = [
        f"service {s.id}: prefix {letter} sounds like {ALIKE[letter]}"
        for s in config.services
        for letter in s.prefix
        if letter in ALIKE
    ]
    served = {service for counter in config.counters for service in counter.services}
    warnings += [f"service {s.id}: no counter serves it" for s in config.services if s.id not in served]
    filled = {s.group for s in config.services} | {g.group for g in config.groups}
    warnings += [f"group {g.id}: nothing is in it" for g in config.groups if g.id not in filled]
    warnings += [*settings_warnings(config), *texts_warnings(config)]
    return [*warnings, *hours_warnings(config.plan()), *night_warnings(config.plan())]


def beside(mistakes: ConfigMistakesError) -> list[str]:
    """The warnings of what is right in a file with mistakes, without those that may follow from them."""
    if mistakes.rest is None:
        return []
    return [
        warning
        for warning in warnings_of(mistakes.rest)
        if not any(warning.startswith(section.removesuffix("s")) for section in mistakes.touched)
        and not (
            warning.startswith(("service", "group")) and mistakes.touched & {"services", "counters", "hours"}
        )
    ]


def hours_warnings(plan: Plan) -> list[str]:
    """One line for each window in which nobody could take a ticket all the time."""
    warnings = []
    for service in plan.services.values():
        week = plan.schedule.week
        if service.hours is not None:
            for day, own, branch in zip(DAYS, service.hours.week, week, strict=True):
                warnings += [
                    f"service {service.id}: {day} {_said(span)} reaches outside the branch's hours"
                    for span in own
                    if not _inside(span, branch)
                ]
            week = service.hours.week
        for quota in service.quotas:
            window = (quota.start, quota.end)
            if not any(_inside(window, day) for day in week):
                warnings.append(f"service {service.id}: quota {_said(window)} reaches outside its hours")
        for rule in (rule for rule in plan.slots if rule.service == service.id):
            window = (rule.start, rule.end)
            outside = [DAYS[day] for day in sorted(rule.weekdays) if not _inside(window, week[day])]
            if outside:
                days = ", ".join(outside)
                warnings.append(
                    f"service {service.id}: slots {_said(window)} reach outside its hours: {days}"
                )
    return warnings


def night_warnings(plan: Plan) -> list[str]:
    """One line for each part of a day that lies before the business day starts, days all open aside."""
    starts = plan.schedule.day_starts
    whose = [("hours", plan.schedule)]
    whose += [(f"service {s.id}: hours", s.hours) for s in plan.services.values() if s.hours is not None]
    return [
        f"{key}.{day}: {_said((start, min(end, starts)))} is before day_starts {clock_text(starts)} and "
        f"belongs to the business day before, in the night to {day.removeprefix('special.')}"
        for key, schedule in whose
        for day, spans in _by_day(schedule)
        for start, end in spans
        if start < starts and (start, end) != (time(0), time.max)
    ]


def _by_day(schedule: Schedule) -> list[tuple[str, _Spans]]:
    special = [(f"special.{on.isoformat()}", spans) for on, spans in schedule.special.items()]
    return [*zip(DAYS, schedule.week, strict=True), *special]


def _inside(span: tuple[time, time], hours: _Spans) -> bool:
    """Whether it lies between the first opening and the last closing; a break within is no mistake."""
    return bool(hours) and hours[0][0] <= span[0] and span[1] <= hours[-1][1]


def _said(span: tuple[time, time]) -> str:
    return "-".join(map(clock_text, span))
