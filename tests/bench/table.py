"""What was measured: printed as a table, kept as JSON. Nothing is asserted."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line: what, how much of which unit, and how it stands to a limit or to an aim."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    to: str = ""
    aim: str = ""


class Table:
    """Prints each figure as it comes."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []

    def heading(self, text: str) -> None:
        """A new part."""
        print(f"\n{text}", flush=True)

    def add(
        self,
        name: str,
        value: float,
        unit: str,
        *,
        ratio: float | None = None,
        to: str = "",
        aim: str = "",
    ) -> float:
        """One more figure; gives its value back."""
        self.figures.append(Figure(name, value, unit, ratio, to, aim))
        against = f"{ratio:6.2f} x {to}" if ratio is not None else ""
        print(f"  {name:<58}{value:>11.2f} {unit:<6}{against:<34}{'aim ' + aim if aim else ''}", flush=True)
        return value

    def write(self, path: Path) -> None:
        """Everything as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        machine = {"python": platform.python_version(), "system": platform.platform()}
        figures = [asdict(figure) for figure in self.figures]
        path.write_text(json.dumps({"machine": machine, "figures": figures}, indent=1), encoding="utf-8")
