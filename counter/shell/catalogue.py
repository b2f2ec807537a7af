"""The branch's services, segments and standards, as `GET /v1/branch` gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from branch.contract.times import from_text
from branch.qt.text.languages import Languages

DEFAULT_UNDO_S = 10


def instant(text: str | None) -> int:
    """An RFC 3339 time in ms since the epoch; 0 for none."""
    return from_text(text) if text else 0


class Catalogue:
    """Looks things up in the branch's description; what is not in there is called by its id."""

    def __init__(self, branch: Mapping[str, Any], languages: Languages) -> None:
        """`branch` may still be empty."""
        self._branch = branch
        self._languages = languages
        self._services = {service["id"]: service for service in branch.get("services", [])}

    @property
    def services(self) -> list[str]:
        """All ids, in the branch's order."""
        return list(self._services)

    @property
    def counters(self) -> list[int]:
        """All numbers, in the branch's order."""
        return [counter["number"] for counter in self._branch.get("counters", [])]

    @property
    def name(self) -> str:
        """The branch's own name."""
        return self._languages.pick(self._branch.get("name", {}))

    @property
    def language(self) -> str:
        """The language that the branch starts in."""
        return str(next(iter(self._branch.get("languages", [])), "en"))

    @property
    def undo_s(self) -> int:
        """How long an action can be taken back."""
        return int(self._branch.get("standards", {}).get("undo_window_s", DEFAULT_UNDO_S))

    @property
    def recall_limit(self) -> int:
        """How often a number may be called again; 0 for as often as one likes."""
        return int(self._branch.get("standards", {}).get("recall_limit", 0))

    @property
    def call_reasons(self) -> dict[str, str]:
        """Why somebody may be called out of turn: id and name."""
        return {r["id"]: self._languages.pick(r["names"]) for r in self._branch.get("call_reasons", [])}

    def service(self, service: str, language: str | None = None) -> str:
        """The service's name in the current language or in another."""
        names = self._services.get(service, {}).get("names", {})
        return self._languages.pickIn(language or self._languages.code, names) or service

    def prefix(self, service: str) -> str:
        """The letter of its numbers."""
        return str(self._services.get(service, {}).get("prefix", ""))

    def standard_s(self, service: str) -> int:
        """How long one customer should take; 0 if that is not known."""
        return int(self._services.get(service, {}).get("standard_s", 0))

    def wait_standard_s(self, service: str) -> int:
        """How long nobody should have to wait; 0 if that is not known."""
        return int(self._services.get(service, {}).get("wait_standard_s", 0))

    def steps(self, service: str) -> list[tuple[str, str]]:
        """The steps of its standard: each with its name in the current language."""
        steps = self._services.get(service, {}).get("steps", [])
        return [(step["id"], self._languages.pick(step["names"]) or step["id"]) for step in steps]

    def hint(self, service: str, segment: str) -> str:
        """What the branch reminds tellers of for such a customer: the line that is most closely about them,
        a service before a segment; nothing if there is none."""
        about = [(service, segment), (service, None), (None, segment), (None, None)]
        found = {(hint["service"], hint["segment"]): hint["text"] for hint in self._branch.get("hints", [])}
        return next((self._languages.pick(found[key]) for key in about if key in found), "")

    def segment(self, segment: str) -> str:
        """The name of any segment."""
        names = {entry["id"]: entry.get("names", {}) for entry in self._branch.get("segments", [])}
        return self._languages.pick(names.get(segment, {})) or segment

    def segment_reason(self, segment: str, reason: str | None) -> str:
        """The name of a reason of a segment, as the customer gave it; nothing for none."""
        for entry in self._branch.get("segments", []):
            for known in entry.get("reasons", []):
                if (entry["id"], known["id"]) == (segment, reason):
                    return self._languages.pick(known["names"])
        return ""

    def special_segment(self, segment: str) -> str:
        """The name of a segment that is not the ordinary one, which is the first; else nothing."""
        segments = self._branch.get("segments", [])
        for entry in segments[1:]:
            if entry["id"] == segment:
                return self._languages.pick(entry.get("names", {})) or segment
        return ""
