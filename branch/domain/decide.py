"""decide(hall, command, now) -> events. Pure: it reads the hall and changes nothing.

The table at the foot says which function answers which command.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from branch.domain import commands as c
from branch.domain import deciding_alerts as alerts
from branch.domain import deciding_appointments as appointments
from branch.domain import deciding_blocks as blocks
from branch.domain import deciding_bookings as bookings
from branch.domain import deciding_cases as cases
from branch.domain import deciding_chains as chains
from branch.domain import deciding_counters as counters
from branch.domain import deciding_day as day
from branch.domain import deciding_holds as holds
from branch.domain import deciding_notices as notices
from branch.domain import deciding_paper as paper
from branch.domain import deciding_ratings as ratings
from branch.domain import deciding_steps as steps
from branch.domain import deciding_tickets as tickets
from branch.domain import deciding_transfers as transfers
from branch.domain import due
from branch.domain.events import Event
from branch.domain.hall import Hall

Decider = Callable[[Hall, Any, int], tuple[Event, ...]]


def decide(hall: Hall, command: c.Command, now: int) -> tuple[Event, ...]:
    """What happens when ``command`` is asked for at ``now`` (ms since the epoch).

    No events means there is nothing to change. Raises `branch.domain.errors.Refusal`.
    """
    return DECIDERS[type(command)](hall, command, now)


DECIDERS: dict[type[c.Command], Decider] = {
    c.TurnDay: day.turn_day,
    c.CloseService: day.close_service,
    c.ReopenService: day.reopen_service,
    c.PassTime: due.pass_time,
    c.BookAppointment: appointments.book,
    c.CheckIn: appointments.check_in,
    c.CancelAppointment: appointments.cancel,
    c.TakeBooking: bookings.take,
    c.IssueTicket: tickets.issue,
    c.ReserveNumbers: blocks.reserve,
    c.HandInTicket: blocks.hand_in,
    c.ConfirmPrint: paper.confirm_print,
    c.ReprintTicket: paper.reprint,
    c.CancelTicket: tickets.cancel,
    c.RequeueTicket: tickets.requeue,
    c.RateTicket: ratings.rate,
    c.LeaveUnrated: ratings.leave_unrated,
    c.OpenCounter: counters.open_counter,
    c.CloseCounter: counters.close_counter,
    c.PauseCounter: counters.pause,
    c.ResumeCounter: counters.resume,
    c.CallNext: counters.call_next,
    c.CallTicket: counters.call_ticket,
    c.RecallTicket: counters.recall,
    c.StartServing: counters.start,
    c.FinishServing: chains.finish,
    c.ChainServices: chains.chain,
    c.TickStep: steps.tick,
    c.MarkMissed: counters.mark_missed,
    c.ParkTicket: holds.park,
    c.ParkAgain: holds.park_again,
    c.TransferTicket: transfers.transfer,
    c.UndoLast: counters.undo,
    c.RaiseAlert: alerts.raise_alert,
    c.ClearAlert: alerts.clear_alert,
    c.OpenCase: cases.open_case,
    c.TakeCase: cases.take,
    c.NoteCase: cases.note,
    c.ResolveCase: cases.resolve,
    c.ReopenCase: cases.reopen,
    c.PostNotice: notices.post,
    c.EndNotice: notices.end,
}
