"""Which steps there are between the choice of a service and its number, in their order: one row for each."""

from __future__ import annotations

from kiosk.visit.phone_entry import PhoneStep
from kiosk.visit.service_notice import ServiceNotice
from kiosk.visit.ticket_step import TicketStep

STEPS: tuple[type[TicketStep], ...] = (ServiceNotice, PhoneStep)
