"""The plots of the report: each takes the day's figures and the words, and returns SVG text."""

from __future__ import annotations

from itertools import count

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from branch.analytics.report import report_words as formats
from branch.analytics.report.day_plot import day_svg
from branch.analytics.report.drawing import (
    FAINT,
    INK,
    INK2,
    JADE,
    LATE,
    LINE,
    MIST,
    SIZE,
    apart,
    bare,
    nothing,
    svg,
    writable,
)
from branch.analytics.report.report_model import DayFigures, ServiceFigures
from branch.analytics.report.report_words import Words

__all__ = ["day_svg", "hours_svg", "ratings_svg", "waits_svg"]

HALF = (470.0, 270.0)
_ROW = 56.0
"""Height of one service in px."""


def hours_svg(figures: DayFigures, words: Words) -> str:
    """Mean and 90th percentile of the wait by hour of arrival; the standards are dashed lines."""
    worst = max(figures.hours, key=lambda h: h.waits.mean_s or 0, default=None)
    told = words(
        "plot-hours-alt",
        hour=words.hour(worst.hour) if worst else formats.NONE,
        mean=formats.minutes(worst.waits.mean_s if worst else None),
    )
    return svg("hours", HALF, words("plot-hours"), told, lambda figure: _hours(figure, figures, words))


def _hours(figure: Figure, figures: DayFigures, words: Words) -> None:
    # Waits of rows without a time of arrival belong to no hour.
    if not any(hour.waits.count for hour in figures.hours):
        nothing(figure, words("plot-nothing"))
        return
    axes = figure.subplots()
    figure.subplots_adjust(left=0.06, right=0.8, top=0.97, bottom=0.1)
    bare(axes)
    hours = figures.hours
    at = list(range(len(hours)))
    labels: list[tuple[float, str, str, int]] = []
    kinds = (
        ("plot-p90", [h.waits.p90_s for h in hours], MIST, FAINT, 400),
        ("plot-mean", [h.waits.mean_s for h in hours], JADE, JADE, 600),
    )
    for key, values, color, text_color, weight in kinds:
        minutes = [float("nan") if value is None else value / 60 for value in values]
        axes.plot(at, minutes, "-o", color=color, linewidth=1.8, markersize=4.5)
        last = next(value for value in reversed(values) if value is not None)
        labels.insert(0, (last / 60, words(key), text_color, weight))
    for standard in _standards(figures.services):
        axes.axhline(standard / 60, color=LATE, linewidth=1, dashes=(3, 3))
        labels.append((standard / 60, words.standard(standard), LATE, 400))
    axes.set_ylim(0, max(axes.get_ylim()[1], 1))
    axes.set_xlim(-0.3, len(hours) - 0.7)
    every = 1 if len(hours) <= 9 else 2
    axes.set_xticks(at[::every], [f"{h.hour:02}:00" for h in hours[::every]])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    gap = SIZE * 1.35 / (HALF[1] * 0.87) * axes.get_ylim()[1]
    widest = 0.0
    for y, (_, text, color, weight) in zip(apart([item[0] for item in labels], gap), labels, strict=True):
        label = axes.annotate(
            writable(text),
            (1, y),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=color,
            weight=weight,
            annotation_clip=False,
        )
        widest = max(widest, label.get_window_extent().width)
    figure.subplots_adjust(right=1 - (widest + 8) / HALF[0])


def _standards(services: tuple[ServiceFigures, ...]) -> list[float]:
    """The wait standards of the services somebody was called for; the least and the greatest of many."""
    found = sorted({s.wait_standard_s for s in services if s.wait_standard_s and s.waits.count})
    return found if len(found) <= 2 else [found[0], found[-1]]


def waits_svg(figures: DayFigures, words: Words) -> str:
    """Every wait as a dot, one row for each service, with its median and its standard."""
    rows = [service for service in figures.services if service.waits.count]
    told = words("plot-waits-alt", n=figures.waits.judged, late=figures.waits.late)
    size = (HALF[0], max(HALF[1], _ROW * len(rows) + 40))
    return svg("waits", size, words("plot-waits"), told, lambda figure: _strips(figure, rows, words))


def _strips(figure: Figure, rows: list[ServiceFigures], words: Words) -> None:
    if not rows:
        nothing(figure, words("plot-nothing"))
        return
    axes = figure.subplots()
    height = figure.get_figheight() * 72
    figure.subplots_adjust(left=0.012, right=0.985, top=1 - 4 / height, bottom=40 / height)
    bare(axes)
    axes.grid(visible=False)
    # The standards are always on it: that all waits were far below them is worth seeing, too.
    longest = max(max(*service.waited_s, service.wait_standard_s or 60) for service in rows) / 60
    axes.set_xlim(-0.012 * longest, longest * 1.03)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=7, integer=True))
    ticks = [tick for tick in axes.get_xticks() if 0 <= tick <= axes.get_xlim()[1]]
    for y, service in zip(count(0, -1), rows, strict=False):
        limit = service.wait_standard_s
        # Behind the dots only: a line through the words would make them harder to read.
        axes.vlines(ticks, y - 0.36, y + 0.12, color=LINE, linewidth=0.8, zorder=0)
        for late, color in ((False, JADE), (True, LATE)):
            # Dots stand at fixed heights by the golden ratio: spread evenly, the same in every run.
            dots = [
                (waited / 60, y + ((n * 0.618034) % 1 - 0.5) * 0.34 - 0.12)
                for n, waited in enumerate(service.waited_s)
                if (limit is not None and waited > limit) is late
            ]
            if dots:
                axes.scatter(
                    [x for x, _ in dots],
                    [dot for _, dot in dots],
                    s=17,
                    color=color,
                    alpha=0.6,
                    linewidths=0,
                    zorder=3,
                )
        if limit is not None:
            axes.vlines(limit / 60, y - 0.36, y + 0.12, color=LATE, linewidth=1.1, linestyles=(0, (3, 2)))
        if service.waits.median_s is not None:
            axes.vlines(service.waits.median_s / 60, y - 0.34, y + 0.1, color=INK, linewidth=2.2, zorder=1)
        told = words("plot-median", n=formats.minutes(service.waits.median_s))
        if limit is not None:
            told += " · " + words.standard(limit)
        axes.annotate(
            writable(words.service(service.id)),
            (0, y + 0.33),
            xycoords=("axes fraction", "data"),
            va="center",
            color=INK,
            weight=600,
        )
        axes.annotate(
            told, (1, y + 0.33), xycoords=("axes fraction", "data"), ha="right", va="center", color=FAINT
        )
    axes.set_ylim(-len(rows) + 0.5, 0.55)
    axes.set_yticks([])
    axes.set_xlabel(writable(words("plot-axis")), color=FAINT, size=SIZE - 1, labelpad=3)


def ratings_svg(figures: DayFigures, words: Words) -> str:
    """How many gave 5, 4, 3, 2 and 1; the satisfied in jade."""
    ones = figures.ratings.scores
    told = words("plot-ratings-alt", one=ones[0], two=ones[1], three=ones[2], four=ones[3], five=ones[4])
    return svg("ratings", HALF, words("plot-ratings"), told, lambda figure: _ratings(figure, figures, words))


def _ratings(figure: Figure, figures: DayFigures, words: Words) -> None:
    ratings = figures.ratings
    if not ratings.count:
        nothing(figure, words("plot-nothing"))
        return
    axes = figure.subplots()
    figure.subplots_adjust(left=0.24, right=0.82, top=0.98, bottom=0.02)
    bare(axes)
    axes.grid(visible=False)
    axes.set_xticks([])
    for score, n in enumerate(ratings.scores, 1):
        axes.barh(score, n, height=0.56, color=JADE if score >= 4 else MIST, linewidth=0)
        axes.annotate(
            f"{n}  ·  {formats.percent(n / ratings.count)}",
            (n, score),
            xytext=(7, 0),
            textcoords="offset points",
            va="center",
            color=INK if n else FAINT,
        )
    axes.set_xlim(0, max(ratings.scores))
    axes.set_ylim(0.5, 5.5)
    axes.set_yticks(range(1, 6), [writable(words(f"score-{score}")) for score in range(1, 6)])
    axes.tick_params(axis="y", labelcolor=INK2, labelsize=SIZE)
    for label in axes.get_yticklabels():
        label.set_horizontalalignment("left")
    axes.tick_params(axis="y", pad=0.24 * HALF[0] - 6)
