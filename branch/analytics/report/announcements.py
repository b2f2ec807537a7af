"""How a day's announced waits held, as typed figures, from what ``GET /v1/visits`` says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from branch.analytics.report.report_model import AnnouncedWaits, AnnouncementFigures
from branch.analytics.report.visits import Json


def announcement_figures(
    counts: Json, services: Sequence[str], segments: Sequence[str]
) -> AnnouncementFigures | None:
    """None where nothing was announced, or an older service has not written it down."""
    day = _waits("", counts)
    if not day.announced:
        return None
    return AnnouncementFigures(
        day,
        _each(counts.get("services"), services),
        _each(counts.get("segments"), segments),
        _each(counts.get("hours"), [str(hour) for hour in range(24)]),
    )


def _each(counts: object, known: Sequence[str]) -> tuple[AnnouncedWaits, ...]:
    """In the order of the known ones; those that the branch does not know any more by name, last."""
    if not isinstance(counts, Mapping):
        return ()
    names = [*(name for name in known if name in counts), *sorted(set(counts) - set(known))]
    return tuple(_waits(name, counts[name]) for name in names)


def _waits(name: str, counts: object) -> AnnouncedWaits:
    told = counts if isinstance(counts, Mapping) else {}
    mae_s = told.get("mae_s")
    announced, judged, within = (int(told.get(key) or 0) for key in ("announced", "judged", "within"))
    error = float(mae_s) if isinstance(mae_s, int | float) else None
    return AnnouncedWaits(name, announced, judged, within, error)
