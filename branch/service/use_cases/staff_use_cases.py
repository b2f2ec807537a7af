"""What the staff are told and write down: alerts, notices, feedback cases."""

from __future__ import annotations

from collections.abc import Callable

from branch.contract.requests.hall_requests import CaseRequest, NoticeRequest
from branch.contract.times import optional_ms_of
from branch.domain import commands
from branch.domain.alerts.alert import Alert
from branch.domain.counters.guards import staffed
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.service.use_cases.ticket_use_cases import new_id


def raise_alert(
    kind: str,
    source: str,
    *,
    device: str | None = None,
    counter: int | None = None,
    detail: str | None = None,
) -> commands.RaiseAlert:
    """Tell the staff; ``source`` is who tells, ``device`` tells those of one name apart."""
    return commands.RaiseAlert(
        alert=new_id(), kind=kind, source=source, device=device, counter=counter, detail=detail
    )


def take_alert(
    alert: str, counter: int | None, name: str, may: Callable[[Alert], bool]
) -> Callable[[Hall], commands.TakeAlert]:
    """Have whoever is signed in at that counter go, else ``name``; raises not-allowed for an alert that
    ``may`` is not told of, and counter-not-open."""

    def command(hall: Hall) -> commands.TakeAlert:
        known = hall.alerts.get(alert)
        if known is not None and not may(known):
            raise refusal("not-allowed", "this alert is not for you")
        by = name if counter is None else staffed(hall, counter).staff
        return commands.TakeAlert(alert, by or name)

    return command


def clear_alert(alert: str, by: str, may: Callable[[Alert], bool]) -> Callable[[Hall], commands.ClearAlert]:
    """See to an alert, if ``may`` says that it is theirs to clear; raises not-allowed."""

    def command(hall: Hall) -> commands.ClearAlert:
        known = hall.alerts.get(alert)
        if known is not None and not may(known):
            raise refusal("not-allowed", "this alert is not yours to clear")
        return commands.ClearAlert(alert, by)

    return command


def tell_trouble(kind: str, source: str, detail: str | None) -> commands.TellTrouble:
    """Tell the staff as long as something is wrong that ``source`` looks after; None for nothing."""
    return commands.TellTrouble(new_id(), kind, source, detail)


def post_notice(asked: NoticeRequest, by: str) -> commands.PostNotice:
    """Tell the hall something."""
    return commands.PostNotice(
        notice=new_id(),
        level=asked.level,
        text=asked.text,
        by=by,
        since=optional_ms_of(asked.since),
        until=optional_ms_of(asked.until),
    )


def open_case(asked: CaseRequest, by: str) -> commands.OpenCase:
    """Write down a complaint, as told by whoever is named in it, else ``by``."""
    return commands.OpenCase(
        case=new_id(),
        channel=asked.channel,
        text=asked.text,
        by=asked.by or by,
        number=asked.number,
        service=asked.service,
        counter=asked.counter,
    )
