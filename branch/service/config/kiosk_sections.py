"""The section [kiosk] of branch.toml: what the kiosks of the branch offer. The service passes it on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from branch.service.config.hall_sections import Id, Section

MOST_ELDERLY = 4
"""So many large cards stand on a screen without scrolling."""


def pattern(text: str) -> str:
    """A regular expression, which the whole of something has to match; raises ValueError."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


class KioskSection(Section):
    """[kiosk]"""

    elderly_services: Annotated[tuple[Id, ...], Field(max_length=MOST_ELDERLY)] = ()
    ask_phone: Literal["never", "offer"] = "never"
    phone_pattern: Annotated[str, AfterValidator(pattern)] = r"1[3-9][0-9]{9}"

    def check(self, services: Sequence[str]) -> None:
        """Raises ValueError for a service that does not exist, or that is named twice."""
        for service in self.elderly_services:
            if service not in services:
                raise ValueError(f"kiosk.elderly_services names service {service!r}, which does not exist")
            if self.elderly_services.count(service) > 1:
                raise ValueError(f"kiosk.elderly_services names service {service!r} twice")

    def view(self) -> dict[str, Any]:
        """As GET /v1/branch carries it."""
        return {
            "elderly_services": list(self.elderly_services),
            "ask_phone": self.ask_phone,
            "phone_pattern": self.phone_pattern,
        }
