"""How events raise and clear alerts and notices; a part of `branch.domain.evolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from branch.domain import events as e
from branch.domain.hall import Hall
from branch.domain.model import Alert, Notice


def _alert_raised(hall: Hall, event: e.AlertRaised) -> None:
    hall.alerts[event.alert] = Alert(
        event.alert, event.kind, event.source, event.at_counter, event.detail, event.at
    )


def _alert_cleared(hall: Hall, event: e.AlertCleared) -> None:
    hall.alerts.pop(event.alert, None)


def _notice_posted(hall: Hall, event: e.NoticePosted) -> None:
    hall.notices[event.notice] = Notice(
        event.notice, event.level, event.text, event.since, event.until, event.by
    )


def _notice_ended(hall: Hall, event: e.NoticeEnded) -> None:
    hall.notices.pop(event.notice, None)


FOLDS: Mapping[type[e.Event], Callable[[Hall, Any], None]] = {
    e.AlertRaised: _alert_raised,
    e.AlertCleared: _alert_cleared,
    e.NoticePosted: _notice_posted,
    e.NoticeEnded: _notice_ended,
}
