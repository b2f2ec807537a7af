"""[appointments] of branch.toml: where head office's list is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from branch.service.config.hall_sections import Minutes, Section


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the list is and how often it is asked for; times in seconds. ``alert_after`` is how long head
    office may be away before the manager is told."""

    url: str
    token: str = field(default="", repr=False)
    interval: float = 300.0
    timeout: float = 10.0
    alert_after: float = 1800.0


class AppointmentsSection(Section):
    """[appointments]"""

    source_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+")] | None = None
    token: Annotated[str, Field(repr=False)] = ""
    interval_minutes: Annotated[float, Field(gt=0, le=24 * 60)] = 5
    timeout_seconds: Annotated[float, Field(gt=0, le=120)] = 10
    away_minutes: Minutes = 30

    def made(self) -> Settings | None:
        """How head office is asked; None where there is none."""
        if self.source_url is None:
            return None
        return Settings(
            self.source_url,
            self.token,
            self.interval_minutes * 60,
            self.timeout_seconds,
            self.away_minutes * 60,
        )
