"""From the service's ticket to what is printed."""

from __future__ import annotations

from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.branch_info import BranchInfo, ServiceInfo
from branch.contract.times import datetime_from_text
from branch.contract.wait_reading import told_wait
from branch.devices.printers import Mark, TicketSlip
from branch.devices.printers.slip_texts import paper_language
from branch.qt.text.languages import Languages
from kiosk.visit.service_notice import documents_in


def slip_of(
    ticket: IssuedTicket, branch: BranchInfo, languages: Languages, marks: tuple[Mark, ...] = ()
) -> TicketSlip:
    """The slip of a ticket, in the ticket's language."""
    language = paper_language(ticket["language"])
    service = branch.service_by_id.get(ticket["service"], ServiceInfo(id=ticket["service"]))
    first = languages.pickIn(language, service.names) or service.id
    others = [name for code, name in service.names.items() if code != language and name != first]
    segment = branch.segment_by_id.get(ticket["segment"])
    if segment is not None and segment.id == branch.default_segment:
        segment = None
    return TicketSlip(
        branch=languages.pickIn(language, branch.name),
        service=(first, *others[:1]),
        number=ticket["number"],
        issued_at=datetime_from_text(ticket["issued_at"], branch.zone),
        language=language,
        wait=None if ticket["ahead"] is None else told_wait(ticket["ahead"], ticket["estimate"]),
        qr=ticket["url"],
        segment=(languages.pickIn(language, segment.names) or None) if segment is not None else None,
        most_passes=_promise(ticket, branch) or None,
        by_rate=branch.rule.name == "accumulating-priority",
        documents=tuple(documents_in(languages, language, service)),
        doubtful=ticket.get("doubtful", False),
        marks=marks,
    )


def _promise(ticket: IssuedTicket, branch: BranchInfo) -> int:
    """The promise to this ticket: what the service says of it, the branch's own where an older one does not.
    A number that was given without the service has none: nobody can count who passes it meanwhile."""
    if ticket["ahead"] is None:
        return 0
    return ticket.get("promise", branch.rule.most_passes)
