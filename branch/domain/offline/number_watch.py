"""What the manager must know of numbers: that they end, and of kiosks that take more than their share."""

from __future__ import annotations

from collections.abc import Iterator

from branch.domain.alerts.alert import AlertRaised
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event
from branch.domain.offline.number_block import NumberBlock, ReserveNumbers
from branch.domain.tickets.free_numbers import numbers_left

LOW_SHARE, LOW = 20, 5
"""Numbers run low at one part in so many of a service's range, or at so many, or at half of very few."""

MOST_FORGOTTEN = 2
"""Blocks of a service that may lie aside for a device under names that it uses no more."""


def forgotten_blocks(hall: Hall, service: str, device: str | None, holder: str) -> list[NumberBlock]:
    """Those that this device had set aside under other names, with numbers that nobody has told us of."""
    if device is None:
        return []
    return [
        block
        for block in hall.blocks.values()
        if (block.service, block.device) == (service, device) and block.holder != holder and block.left
    ]


def seen_twice(hall: Hall, command: ReserveNumbers, now: int) -> tuple[Event, ...]:
    """The alert that a device asks under two names in turn: both are alive, so its settings were copied."""
    device = command.device
    mine = [b for b in hall.blocks.values() if device is not None and b.device == device]
    known = any(block.holder == command.holder for block in mine)
    if not known or mine[-1].holder == command.holder or device is None:
        return ()
    details = AlertRaised(
        at=now,
        alert=f"device-twice-{device}-{now}",
        kind="device-twice",
        source=command.kiosk or device,
        detail="two machines use the settings and the token of this one",
        device=device,
    )
    open_already = any(
        (alert.kind, alert.device) == ("device-twice", device) for alert in hall.alerts.values()
    )
    return () if open_already else (details,)


def watch_numbers(hall: Hall, now: int) -> Iterator[Event]:
    """Raise, once a day each, what is found out by itself."""
    for service in hall.plan.services.values():
        if service.id in hall.plan.kept.services:
            continue  # it gives none
        left = numbers_left(hall, service.id)
        size = service.last - service.first + 1
        if left <= max(min(LOW, size // 2), size // LOW_SHARE):
            yield from _once(
                hall, now, f"numbers-low-{hall.day}-{service.id}", "numbers-low", f"{service.id}: {left}"
            )
    names = {block.device: block.kiosk for block in hall.blocks.values() if block.device is not None}
    for device, kiosk in names.items():
        holders = {block.holder for block in hall.blocks.values() if block.device == device and block.left}
        if len(holders) > MOST_FORGOTTEN:
            alert = f"device-forgets-{hall.day}-{device}"
            detail = f"this kiosk has come under {len(holders)} names today: it forgets its settings"
            yield from _once(hall, now, alert, "device-forgets", detail, kiosk or device, device)


def _once(
    hall: Hall,
    now: int,
    alert: str,
    kind: str,
    detail: str,
    source: str = "service",
    device: str | None = None,
) -> Iterator[Event]:
    if alert not in hall.told_today:
        yield AlertRaised(at=now, alert=alert, kind=kind, source=source, detail=detail, device=device)
