"""The service's "no" to what was asked, as its clients read it out of a problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping

Fact = str | int | None
"""What a fact can be; an instant is RFC 3339 text."""

STANDARD_MEMBERS = frozenset({"type", "status", "title", "detail", "instance", "code"})
"""What every problem has; its other members are facts."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Nothing has changed.

    ``code`` is stable, and one that is not known is a refusal all the same; ``detail`` is one English
    sentence for logs; ``facts`` are what the problem says besides, such as when to ask again: a fact that an
    older service does not tell is missing.
    """

    def __init__(self, code: str, detail: str, facts: Mapping[str, Fact] | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.facts: Mapping[str, Fact] = facts or {}

    @property
    def wait_s(self) -> int | None:
        """After how many seconds it is worth asking again; None if time alone changes nothing."""
        wait = self.facts.get("wait_s")
        return wait if type(wait) is int and wait > 0 else None
