"""How the teller's window says a text from Python, and the branch's own names in the current language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.branch_info import BranchInfo, ServiceInfo
from branch.qt.text.languages import Languages

CONTEXT = "Counter"

NO_LINE = str(QT_TRANSLATE_NOOP("Counter", "Not done: no connection to the branch service."))
NOBODY = str(QT_TRANSLATE_NOOP("Counter", "Nobody is waiting."))
LATE_BY = str(QT_TRANSLATE_NOOP("Counter", "%1 late"))
UNANSWERED = str(QT_TRANSLATE_NOOP("Counter", "%1 gave no rating"))


def say(languages: Languages, text: str, *values: object) -> str:
    """The text in the current language with its %1, %2 ... filled in."""
    return fill(languages.text(CONTEXT, text), *values)


def fill(text: str, *values: object) -> str:
    """The text with its %1, %2 ... filled in."""
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", str(value))
    return text


class BranchNames:
    """Names in the current language; what the branch does not know is called by its id."""

    def __init__(self, branch: BranchInfo, languages: Languages) -> None:
        """`branch` may still be that of nobody."""
        self.branch = branch
        self._languages = languages

    @property
    def name(self) -> str:
        """The branch's own name."""
        return self._languages.pick(self.branch.name)

    @property
    def call_reasons(self) -> dict[str, str]:
        """Why somebody may be called out of turn: id and name."""
        return {reason.id: self._languages.pick(reason.names) for reason in self.branch.call_reasons}

    def service_info(self, service: str) -> ServiceInfo:
        """All of a service; one that the branch does not know has no name and no standards."""
        return self.branch.service_by_id.get(service) or ServiceInfo(id=service)

    def service(self, service: str) -> str:
        """The service's name."""
        return self._languages.pick(self.service_info(service).names) or service

    def steps(self, service: str) -> list[tuple[str, str]]:
        """The steps of the service's standard: the id of each and its name."""
        return [
            (step.id, self._languages.pick(step.names) or step.id)
            for step in self.service_info(service).steps
        ]

    def hint(self, service: str, segment: str) -> str:
        """What the branch reminds tellers of for such a customer: the line that is most closely about them,
        a service before a segment; nothing if there is none."""
        about = [(service, segment), (service, None), (None, segment), (None, None)]
        found = {(hint.service, hint.segment): hint.text for hint in self.branch.hints}
        return next((self._languages.pick(found[key]) for key in about if key in found), "")

    def segment(self, segment: str) -> str:
        """The name of any segment."""
        info = self.branch.segment_by_id.get(segment)
        return (self._languages.pick(info.names) if info is not None else "") or segment

    def special_segment(self, segment: str) -> str:
        """The name of a segment that is not the ordinary one, which is the first; else nothing."""
        others = [info.id for info in self.branch.segments[1:]]
        return self.segment(segment) if segment in others else ""

    def segment_reason(self, segment: str, reason: str | None) -> str:
        """The name of a reason of a segment, as the customer gave it; nothing for none."""
        info = self.branch.segment_by_id.get(segment)
        reasons = info.reasons if info is not None else ()
        return next((self._languages.pick(known.names) for known in reasons if known.id == reason), "")
