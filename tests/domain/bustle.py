"""A likely morning: what people in a branch mostly do, by weight, so that a walk begins in a lively hall."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from branch.domain import commands as c
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import TicketStatus

Ask = Callable[[c.Command], Any]


def likely(hall: Hall, chance: Random, new: Callable[[], str]) -> c.Command:
    """One command that makes sense now, nine times out of ten."""
    number = chance.choice(sorted(hall.counters)[:3])
    counter = hall.counters[number]
    service = chance.choice(sorted(hall.plan.services))
    held = hall.tickets[counter.ticket] if counter.ticket else None
    if counter.undo is not None and chance.random() < 0.12:
        return c.UndoLast(number)
    if chance.random() < 0.3:
        segment = chance.choice((None, None, "vip", "priority"))
        return c.IssueTicket(new(), service, segment=segment)
    if chance.random() < 0.15:
        return by_the_customer(hall, chance)
    if counter.state == "closed":
        return c.OpenCounter(number, f"teller{number}")
    if counter.state == "paused":
        return c.ResumeCounter(number)
    if held is None:
        return chance.choices(
            (c.CallNext(number), c.CallTicket(number, somebody(hall, chance)), c.PauseCounter(number)),
            (8, 3, 1),
        )[0]
    transfer = c.TransferTicket(number, service, chance.choice((None, *{1, 2, 3} - {number})))
    if chance.random() < 0.4:
        transfer = c.TransferTicket(number, to_staff=f"teller{chance.choice((1, 2, 3))}")
    if held.status is TicketStatus.CALLED:
        steps = (c.StartServing(number), c.MarkMissed(number), c.RecallTicket(number), transfer)
        return chance.choices(steps, (5, 3, 1, 2))[0]
    tick = c.TickStep(number, chance.choice(("greet", "identity")), done=chance.random() < 0.8)
    if chance.random() < 0.2:
        return c.ChainServices(number, tuple({service} - {held.service}))
    return chance.choices((c.FinishServing(number), c.ParkTicket(number), transfer, tick), (5, 2, 3, 2))[0]


def by_the_customer(hall: Hall, chance: Random) -> c.Command:
    """What one of those does who have a number, or the manager, or a teller who goes home."""
    ticket = somebody(hall, chance)
    return chance.choice(
        (
            c.CancelTicket(ticket),
            c.RequeueTicket(ticket),
            c.RequeueTicket(next(iter(hall.on_hold), ticket), chance.choice((None, 1, 2))),
            c.ConfirmPrint(ticket, ok=chance.random() < 0.8),
            c.RateTicket(ticket, chance.randint(1, 5)),
            c.LeaveUnrated(ticket),
            c.CloseCounter(chance.choice((1, 2, 3))),
            c.ParkAgain(chance.choice((1, 2, 3)), next(iter(hall.on_hold), ticket)),
        )
    )


def somebody(hall: Hall, chance: Random) -> str:
    """One of today's tickets, later ones more often."""
    ids = list(hall.tickets)
    return chance.choice(ids[-12:]) if ids else "nobody"


def pause(chance: Random) -> int:
    """How many ms pass until the next thing happens: mostly seconds, sometimes half an hour."""
    return chance.choices((1_000, 4_000, 30_000, 180_000, 1_500_000), (5, 4, 3, 2, 1))[0]
