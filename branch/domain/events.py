"""What has happened: all events of all features in one place, for those who need them all.

Events are past tense, frozen, each with its instant ``at`` in ms since the epoch (UTC). They are the record:
their names and fields are what journals of past years hold, so a field may be added with a default, and
nothing else may change.
"""

# ruff: noqa: F403  # the classes are declared with their features, and named nowhere a second time

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts.alert import *
from branch.domain.appointments.appointment import *
from branch.domain.counters.counter import *
from branch.domain.counters.hold_messages import *
from branch.domain.counters.serving_messages import *
from branch.domain.counters.transfer_messages import *
from branch.domain.day.day_messages import *
from branch.domain.feedback.case import *
from branch.domain.feedback.rating import *
from branch.domain.kernel.messages import *
from branch.domain.kernel.messages import Event
from branch.domain.notices.notice import *
from branch.domain.offline.number_block import *
from branch.domain.tickets.ticket_messages import *

EVENTS: Mapping[str, type[Event]] = {
    name: kind
    for name, kind in sorted(globals().items())
    if isinstance(kind, type) and issubclass(kind, Event) and kind.__module__ != Event.__module__
}
"""Each event by its name, which is its type in the journal."""
