"""What may be asked about the day and its services, and what happens to them."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.alerts.alert import Alert
from branch.domain.appointments.appointment import Appointment
from branch.domain.day.carrying import Carried
from branch.domain.feedback.case import Case
from branch.domain.kernel.messages import Command, Event
from branch.domain.notices.notice import Notice
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.learnt_waits import LearntWaits


@dataclass(frozen=True, slots=True)
class TurnDay(Command):
    """Begin business day ``day``, ending the one before. The new one goes by ``plan``, None for the plan that
    is in force. With ``corrected_by`` (ms) the clock was wrong by that: the day that runs goes on under
    another date, which may be an earlier one."""

    day: str
    plan: Plan | None = None
    corrected_by: int | None = None


@dataclass(frozen=True, slots=True)
class AdoptPlan(Command):
    """Go by that plan from now on."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class CloseService(Command):
    """Take no more customers for a service today, for now."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenService(Command):
    """Take customers for that service again."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened(Event):
    """A business day began. Carries what outlives the day before: what waits have taught, the appointments of
    days to come, the alerts that are open, the notices and the cases not long over, so that one day is
    replayed without the days before it. ``carried`` is who went along from the day before, None where it has
    ended for everybody."""

    day: str
    appointments: tuple[Appointment, ...] = ()
    alerts: tuple[Alert, ...] = ()
    cases: tuple[Case, ...] = ()
    notices: tuple[Notice, ...] = ()
    waits: LearntWaits | None = None
    carried: Carried | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAdopted(Event):
    """The day goes by ``plan`` from here on: at its beginning, and when another one is configured during it;
    then with what the day still needs of the one before (`Plan.kept`). ``plan_hash`` is `Plan.hash` of the
    configured one alone, by the program that wrote it."""

    schema = 2

    plan_hash: str
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed(Event):
    """A business day ended. ``goes_on_as`` is the date under which it goes on, None if it is over."""

    day: str
    goes_on_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceClosed(Event):
    """A service takes no more customers."""

    service: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReopened(Event):
    """A service takes customers again."""

    service: str
