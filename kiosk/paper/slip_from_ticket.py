"""From the service's ticket to what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from branch.contract import shapes
from branch.devices.printers import Mark, TicketSlip
from branch.devices.printers.slip_texts import paper_language
from branch.qt.text.languages import Languages
from kiosk.home.service_cards import minutes_of
from kiosk.visit.service_notice import documents_in


def slip_of(
    ticket: shapes.Ticket, branch: Mapping[str, Any], languages: Languages, marks: tuple[Mark, ...] = ()
) -> TicketSlip:
    """The slip of a ticket, in the ticket's language."""
    language = paper_language(ticket["language"])
    band = ticket["estimate"]
    low, high = (None, None) if band is None else minutes_of(band)
    service = _names(branch["services"], ticket["service"])
    first = languages.pickIn(language, service) or ticket["service"]
    others = [name for code, name in service.items() if code != language and name != first]
    default = branch["segments"][0]["id"] if branch["segments"] else ""
    segment = _names(branch["segments"], ticket["segment"]) if ticket["segment"] != default else {}
    return TicketSlip(
        branch=languages.pickIn(language, branch["name"]),
        service=(first, *others[:1]),
        number=ticket["number"],
        issued_at=datetime.fromisoformat(ticket["issued_at"]).astimezone(ZoneInfo(branch["time_zone"])),
        language=language,
        ahead=ticket["ahead"],
        low_minutes=low,
        high_minutes=high,
        qr=ticket["url"],
        segment=languages.pickIn(language, segment) or None,
        most_passes=branch.get("rule", {}).get("most_passes") or None,
        documents=tuple(documents_in(languages, language, _entry(branch["services"], ticket["service"]))),
        doubtful=ticket.get("doubtful", False),
        marks=marks,
    )


def _names(entries: list[dict[str, Any]], wanted: str) -> dict[str, str]:
    names: dict[str, str] = _entry(entries, wanted).get("names", {})
    return names


def _entry(entries: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    return next((entry for entry in entries if entry["id"] == wanted), {})
