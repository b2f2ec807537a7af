"""The words of the report in its two languages, and the branch's own names in the one that is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from branch.analytics.report import report_formats as formats
from branch.analytics.report.report_texts import TEXTS
from branch.analytics.report.visits import clean
from branch.contract.basics import Names
from branch.contract.branch_info import BranchInfo


@dataclass(frozen=True)
class Words:
    """All that is said in one language, "zh" or "en"."""

    language: str
    branch: str
    services: Mapping[str, str]
    segments: Mapping[str, str]
    call_reasons: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with its values filled in; raises KeyError for one that does not exist."""
        text = TEXTS[key][0 if self.language == "zh" else 1]
        return text.format(**values) if values else text

    def service(self, key: str) -> str:
        """What the branch calls a service; its id if the branch no longer has it."""
        return self.services.get(key) or key or formats.NONE

    def segment(self, key: str) -> str:
        """What the branch calls a group of customers."""
        return self.segments.get(key) or key or formats.NONE

    def reason(self, key: str) -> str:
        """Why a call was decided; the plain code if it is newer than this table. A teller's own reason
        stands after a colon."""
        kind, _, said = key.partition(":")
        words = [self.known("reason-", kind), self.call_reasons.get(said, said)]
        return " · ".join(word for word in words if word)

    def status(self, key: str) -> str:
        """How a visit ended."""
        return self.known("status-", key)

    def known(self, kind: str, key: str) -> str:
        """The text of a code that came with the data."""
        return self(kind + key) if kind + key in TEXTS else key or formats.NONE

    def hour(self, hour: int) -> str:
        """ "09:00–10:00"."""
        return f"{hour:02}:00\N{EN DASH}{(hour + 1):02}:00"

    def minutes(self, seconds: float | None) -> str:
        """ "6.2 分", "6.2 min"."""
        return formats.NONE if seconds is None else self("minutes", n=formats.minutes(seconds))

    def standard(self, seconds: float) -> str:
        """ "标准 10 分", "standard 10 min"."""
        return self("standard", n=formats.short_minutes(seconds))


def words_for(branch: BranchInfo, language: str) -> Words:
    """The words in ``language``; one that is not known is read in English."""
    chosen = "zh" if language.lower().startswith("zh") else "en"
    return Words(
        chosen,
        _name(branch.name, chosen),
        {service.id: _name(service.names, chosen) for service in branch.services},
        {segment.id: _name(segment.names, chosen) for segment in branch.segments},
        {reason.id: _name(reason.names, chosen) for reason in branch.call_reasons},
    )


def _name(names: Names, language: str) -> str:
    """In that language, else in the first there is."""
    return clean(str(names.get(language) or next((name for name in names.values() if name), "")))
