"""The section [kiosk] of branch.toml: what the kiosks of the branch offer. The service only passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from branch.service.config_sections import Id, Section

MOST_ELDERLY = 4
"""So many large cards stand on a screen without scrolling."""


class KioskSection(Section):
    """[kiosk]"""

    elderly_services: Annotated[tuple[Id, ...], Field(max_length=MOST_ELDERLY)] = ()

    def check(self, services: Sequence[str]) -> None:
        """Raises ValueError for a service that does not exist, or that is named twice."""
        for service in self.elderly_services:
            if service not in services:
                raise ValueError(f"kiosk.elderly_services names service {service!r}, which does not exist")
            if self.elderly_services.count(service) > 1:
                raise ValueError(f"kiosk.elderly_services names service {service!r} twice")

    def view(self) -> dict[str, Any]:
        """As GET /v1/branch carries it."""
        return {"elderly_services": list(self.elderly_services)}
