"""Each event changes what it tells of, and nothing else."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.counters.counter import Counter
from branch.domain.kernel.evolve import FOLDS, evolve
from branch.domain.kernel.hall import Hall
from branch.domain.tickets.ticket import TicketStatus
from tests.domain.branches import MONDAY, PLAN, at
from tests.domain.helpers import Story, called_in, given, issue, replayed, seat, served_in
from tests.domain.states import state_of

MAY_CHANGE: dict[type[e.Event], set[str]] = {
    e.DayOpened: set(state_of(Hall(PLAN))),
    e.DayClosed: set(),
    e.PlanAdopted: {"plan_hash"},
    e.TicketIssued: {"waits", "tickets", "waiting", "due", "numbers_issued", "blocks", "issue_times"},
    e.NumbersReserved: {"blocks"},
    e.TicketPrinted: {"tickets", "reprints"},
    e.TicketReprinted: {"tickets", "reprints"},
    e.TicketCancelled: {"waits", "tickets", "waiting", "due", "on_hold"},
    e.TicketExpired: {"waits", "tickets", "waiting", "due", "on_hold", "counters"},
    e.TicketRequeued: {"tickets", "waiting", "due", "on_hold", "called", "counters"},
    e.ReminderMoved: {"tickets", "counters"},
    e.ReminderDue: {"tickets"},
    e.TicketRated: {"tickets"},
    e.RatingNotGiven: {"tickets"},
    e.TicketCalled: {"waits", "tickets", "waiting", "due", "overtakes", "on_hold", "called", "counters"},
    e.TicketRecalled: {"tickets", "called", "counters"},
    e.ServingStarted: {"tickets", "counters"},
    e.ServingFinished: {"waits", "tickets", "counters", "service_times"},
    e.StepTicked: {"tickets", "counters"},
    e.TicketMissed: {"waits", "tickets", "counters", "on_hold"},
    e.TicketParked: {"waits", "tickets", "counters", "on_hold"},
    e.ChainSet: {"tickets", "counters"},
    e.TicketWentOn: {"waits", "tickets", "counters", "waiting", "due", "called", "service_times"},
    e.TicketTransferred: {"waits", "tickets", "counters", "waiting", "due", "called"},
    e.TicketMoved: {"waits", "tickets", "counters"},
    e.ActionUndone: {
        "waits",
        "tickets",
        "counters",
        "waiting",
        "due",
        "overtakes",
        "called",
        "on_hold",
        "service_times",
    },
    e.CounterOpened: {"waits", "counters"},
    e.CounterClosed: {"waits", "counters", "pauses", "tickets", "waiting", "due"},
    e.CounterPaused: {"waits", "counters", "pauses"},
    e.CounterResumed: {"waits", "counters", "pauses"},
    e.ServiceClosed: {"closed_services"},
    e.ServiceReopened: {"closed_services"},
    e.AppointmentBooked: {"appointments"},
    e.AppointmentCheckedIn: {"appointments"},
    e.AppointmentChanged: {"appointments"},
    e.AppointmentCancelled: {"appointments"},
    e.AppointmentExpired: {"appointments"},
    e.AlertRaised: {"alerts"},
    e.AlertTaken: {"alerts"},
    e.AlertReturned: {"alerts"},
    e.AlertCleared: {"alerts"},
    e.CaseOpened: {"cases"},
    e.CaseTaken: {"cases"},
    e.CaseNoted: {"cases"},
    e.CaseResolved: {"cases"},
    e.CaseReopened: {"cases"},
    e.CaseOverdue: {"cases"},
    e.NumbersSkipped: {"numbers_issued", "last_numbers"},
    e.NoticePosted: {"notices"},
    e.NoticeEnded: {"notices"},
}


def full_day() -> Story:
    """A day in which everything happens at least once."""
    return given(
        c.BookAppointment("ap", "4711", "B", at("10:00")),
        *(issue(name) for name in ("a", "b", "d", "f", "g", "h")),
        c.ConfirmPrint("a", ok=True),
        c.CancelTicket("h"),
        c.ReserveNumbers("bl", service="A", holder="kiosk"),
        seat(1),
        seat(2),
        *served_in(1),
        c.LeaveUnrated("a"),
        c.RateTicket("a", 5),
        *(c.CallNext(1), c.RecallTicket(1), c.MarkMissed(1), c.RequeueTicket("b")),
        *(*called_in(1), c.ParkTicket(1), c.ParkAgain(1, "d", 1_000)),
        *("+1s", c.RunTimers()),
        *(
            issue("i"),
            c.CallTicket(1, "i"),
            c.StartServing(1),
            c.ChainServices(1, ("B",)),
            c.FinishServing(1),
        ),
        *(*called_in(1), c.UndoLast(1), c.StartServing(1), c.TransferTicket(1, to_counter=2)),
        *(c.PauseCounter(1), c.ResumeCounter(1), c.CloseService("B"), c.ReopenService("B")),
        "09:40",
        *(*called_in(1), c.TickStep(1, "greet"), c.ParkTicket(1)),
        *("09:50", c.CheckIn("ap", "t"), c.CloseCounter(2), c.CallNext(1)),
        c.OpenCounter(2, "teller1", move=True),
        c.RaiseAlert("al", kind="silent-alarm", source="counter", counter=1),
        *(
            c.RaiseAlert("am", kind="sound", source="display"),
            c.TakeAlert("am", "li"),
            c.ClearAlert("am", "li"),
        ),
        c.OpenCase("ca", "paper", "nobody explained the fee", "li", "A001"),
        *(c.TakeCase("ca", "wang"), c.NoteCase("ca", "wang", "called back"), c.ResolveCase("ca", "wang")),
        c.ReopenCase("ca", "wang", "not satisfied"),
        *(
            c.PostNotice("no", level="info", text={"zh": "温馨提示"}, by="manager"),
            c.EndNotice("no", "manager"),
        ),
        *(c.TakeBooking("ho", "taken", "4714", "A", at(clock)) for clock in ("16:00", "16:10")),
        *(c.BookAppointment("off", "4713", "A", at("16:30")), c.CancelAppointment("off")),
        c.BookAppointment("unclaimed", "4712", "A", at("16:00")),
        c.ReprintTicket("re", "t", "customer", "kiosk"),
        *(c.RaiseAlert("an", kind="paper-low", source="kiosk"), c.TakeAlert("an", "teller1")),
        *("17:30", c.TurnDay(MONDAY), "12:00", c.RunTimers()),
        c.LeaveGap(MONDAY, {"A": 20}, {}),
    )


def test_each_event_changes_what_it_tells_of_and_nothing_else() -> None:
    history = full_day().history
    assert {type(event) for event in history} == FOLDS.keys() == MAY_CHANGE.keys()
    hall = Hall(PLAN)
    changed: dict[type[e.Event], set[str]] = {}
    before = state_of(hall)
    for event in history:
        evolve(hall, event)
        after = state_of(hall)
        changes = {name for name in after if after[name] != before[name]}
        assert changes <= MAY_CHANGE[type(event)], event
        changed[type(event)] = changed.get(type(event), set()) | changes
        before = after
    assert [kind.__name__ for kind, names in changed.items() if not names] == ["DayClosed"]


def test_an_event_touches_its_own_ticket_and_counter_only() -> None:
    history = full_day().history
    hall = Hall(PLAN)
    for event in history:
        tickets, counters = dict(hall.tickets), dict(hall.counters)
        evolve(hall, event)
        if isinstance(event, e.DayOpened | e.CounterClosed):  # these are about many
            continue
        own = event.ticket if isinstance(event, e.TicketEvent) else None
        number = event.counter if isinstance(event, e.AtCounter | e.CounterEvent) else None
        if isinstance(event, e.TicketRequeued | e.ReminderMoved):
            number = event.at_counter
        if isinstance(event, e.TicketExpired):
            number = hall.tickets[event.ticket].stay.counter
        for ticket, was in tickets.items():
            assert ticket == own or hall.tickets[ticket] is was, event
        for counter, stood in counters.items():
            assert counter == number or hall.counters[counter] is stood, event


def test_the_same_events_make_the_same_hall() -> None:
    story = full_day()
    once, twice = replayed(PLAN, story.history), replayed(PLAN, story.history)
    assert state_of(once) == state_of(twice) == state_of(story.hall)


def test_a_counter_that_is_configured_no_more_keeps_its_history() -> None:
    """Yesterday's journal may name a counter that branch.toml has lost."""
    hall = Hall(PLAN)
    evolve(hall, e.CounterOpened(at=1, counter=9, staff="li", services=("A",)))
    assert hall.counters[9] == Counter(9, ("A",), "open", "li", since=1)
    evolve(hall, e.CounterClosed(at=2, counter=9))
    assert hall.counters[9] == Counter(9, ("A",), since=2)


def test_a_ticket_of_a_service_that_is_configured_no_more_can_be_finished() -> None:
    hall = Hall(PLAN)
    evolve(hall, e.CounterOpened(at=1, counter=1, staff="li", services=("Z",)))
    evolve(
        hall,
        e.TicketIssued(
            at=2,
            ticket="z",
            number="Z1",
            n=1,
            service="Z",
            segment="gone",
            language="la",
            channel="kiosk",
        ),
    )
    evolve(hall, e.TicketCalled(at=3, ticket="z", counter=1, staff="li"))
    evolve(hall, e.ServingStarted(at=4, ticket="z", counter=1))
    evolve(hall, e.ServingFinished(at=5, ticket="z", counter=1))
    assert hall.tickets["z"].status is TicketStatus.SERVED
