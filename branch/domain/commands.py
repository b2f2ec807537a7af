"""What may be asked of the queue: all commands of all features in one place, for those who need them all.

Commands are imperative, frozen, and complete: a command names the ids it creates, so that deciding needs
neither chance nor a clock.
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
from branch.domain.kernel.decide import *
from branch.domain.kernel.messages import *
from branch.domain.kernel.messages import Command
from branch.domain.notices.notice import *
from branch.domain.offline.number_block import *
from branch.domain.tickets.ticket_messages import *

COMMANDS: Mapping[str, type[Command]] = {
    name: kind
    for name, kind in sorted(globals().items())
    if isinstance(kind, type) and issubclass(kind, Command) and kind.__module__ != Command.__module__
}
"""Each command by its name."""
