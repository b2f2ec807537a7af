"""The wait of a ticket in one line, for a teller to read out."""

from __future__ import annotations

from branch.contract.answers.ticket_answers import StaffTicketNow
from branch.contract.wait_reading import wait_words
from branch.qt.text.languages import Languages
from branch.wording.wait_wording import plain


def wait_line(ticket: StaffTicketNow, languages: Languages) -> str:
    """Who is ahead of it, the middle and the top."""
    words = wait_words(languages.code, ticket["ahead"], ticket["estimate"])
    return " · ".join(plain(text) for text in (words.people_brief, words.about, words.within) if text)
