"""The plot of the day by the clock: how many waited, above arrivals and calls."""

from __future__ import annotations

from datetime import datetime, timedelta

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.offsetbox import AnchoredOffsetbox, DrawingArea, HPacker, TextArea
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from branch.analytics.report import report_words as formats
from branch.analytics.report.drawing import (
    INK,
    INK2,
    JADE,
    JADE_MID,
    JADE_SOFT,
    SIZE,
    bare,
    nothing,
    svg,
    writable,
)
from branch.analytics.report.report_model import DayFigures
from branch.analytics.report.report_words import Words

WIDE = (660.0, 330.0)


def day_svg(figures: DayFigures, words: Words) -> str:
    """How many waited over the day, above arrivals and calls per quarter of an hour."""
    peak = figures.timeline.peak
    told = words("plot-day-alt", n=peak.waiting if peak else 0, at=formats.clock(peak.at if peak else None))
    return svg("day", WIDE, words("plot-day"), told, lambda figure: _day(figure, figures, words))


def _day(figure: Figure, figures: DayFigures, words: Words) -> None:
    line = figures.timeline
    if not line.quarters or line.peak is None:
        nothing(figure, words("plot-nothing"))
        return
    begin = line.quarters[0].start

    def minute(at: datetime) -> float:
        return (at - begin).total_seconds() / 60

    end = 15.0 * len(line.quarters)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    figure.subplots_adjust(left=0.045, right=0.97, top=0.93, bottom=0.085, hspace=0.34)
    times = [minute(level.at) for level in line.levels]
    # To the end of the axis, or to the last who left, whichever is later.
    times.append(max(end, times[-1]))
    waiting = [level.waiting for level in line.levels]
    waiting.append(waiting[-1])
    above.fill_between(times, waiting, step="post", color=JADE_SOFT, linewidth=0)
    above.step(times, waiting, where="post", color=JADE, linewidth=1.6, solid_joinstyle="round")
    top = line.peak
    if top.waiting:
        above.plot(minute(top.at), top.waiting, "o", color=JADE, markersize=5)
        # Above the curve, where nothing else is; kept inside the plot at either end of the day.
        place = minute(top.at) / end
        above.annotate(
            writable(words("plot-peak", n=top.waiting, at=formats.clock(top.at))),
            (minute(top.at), top.waiting),
            xytext=(0, 8),
            textcoords="offset points",
            ha="left" if place < 0.1 else "right" if place > 0.9 else "center",
            color=INK,
            weight=600,
        )
    starts = [15.0 * n for n in range(len(line.quarters))]
    below.bar(
        starts, [q.arrivals for q in line.quarters], width=13, align="edge", color=JADE_MID, linewidth=0
    )
    calls = [q.calls for q in line.quarters]
    below.hlines(calls, [x + 0.5 for x in starts], [x + 12.5 for x in starts], color=INK, linewidth=2)
    for axes in (above, below):
        bare(axes)
        axes.yaxis.set_major_locator(MaxNLocator(nbins=3, integer=True, min_n_ticks=2))
        axes.set_xlim(0, end)
    # Room above the curve for the word at its peak.
    above.set_ylim(0, max(top.waiting * 1.25, 2))
    below.set_ylim(0, max(*calls, *(q.arrivals for q in line.quarters), 2) * 1.08)
    _clock_ticks(below, begin, end)
    _heading(above, [_text(words("plot-waiting"))])
    _heading(
        below,
        [
            _text(words("plot-quarters")),
            _swatch(10, JADE_MID),
            _text(words("plot-arrivals")),
            _swatch(2, INK),
            _text(words("plot-calls")),
        ],
    )


def _clock_ticks(axes: Axes, begin: datetime, end: float) -> None:
    """Full hours; quarters on a day of less than two hours, every other hour on a very long one."""
    step = 15 if end < 120 else 60 if end <= 11 * 60 else 120
    ticks = list(range(-begin.minute % min(step, 60), int(end) + 1, step))
    axes.set_xticks(ticks, [formats.clock(begin + timedelta(minutes=tick)) for tick in ticks])


def _text(text: str) -> Artist:
    return TextArea(writable(text), textprops={"color": INK2, "size": SIZE})


def _swatch(height: float, color: str) -> Artist:
    area = DrawingArea(14, 10)
    area.add_artist(Rectangle((0, (10 - height) / 2), 14, height, color=color, linewidth=0))
    return area


def _heading(axes: Axes, parts: list[Artist]) -> None:
    """A line above the plot's left end, in which colours are named where they are first met."""
    packed = HPacker(children=parts, align="center", pad=0, sep=7)
    axes.add_artist(
        AnchoredOffsetbox(
            "lower left",
            child=packed,
            pad=0,
            borderpad=0.3,
            frameon=False,
            bbox_to_anchor=(-0.008, 1.0),
            bbox_transform=axes.transAxes,
        )
    )
