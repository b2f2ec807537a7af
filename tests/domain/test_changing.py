"""The copy of a frozen part with other values is that of `dataclasses.replace`."""

from __future__ import annotations

import dataclasses

import pytest

from branch.domain.kernel import changing
from branch.domain.tickets.ticket import Place, Ticket, TicketStatus

TICKET = Ticket(
    id="x",
    number="A001",
    service="A",
    segment="ordinary",
    language="zh",
    issued_at=1,
    place=Place(1, 2),
    channel="kiosk",
    phone="13800000000",
)


def test_every_field_is_carried_on() -> None:
    changed = changing.replace(TICKET, status=TicketStatus.CALLED, changes=3, phone=None)
    assert changed == dataclasses.replace(TICKET, status=TicketStatus.CALLED, changes=3, phone=None)
    assert changed is not TICKET
    assert TICKET.status is TicketStatus.WAITING


def test_what_is_no_field_is_refused() -> None:
    with pytest.raises(KeyError):
        vars(changing)["replace"](TICKET, colour="red")


def test_the_copy_is_frozen_too() -> None:
    changed = changing.replace(TICKET, changes=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(changed, "changes", 2)  # noqa: B010  # a checker refuses it written plainly
