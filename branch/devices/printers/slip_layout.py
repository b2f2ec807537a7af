"""The look of a ticket: one picture for the preview, the PNG printer and the raster print.

Every length is in printer dots, 8 to a millimetre. Narrow paper does not get the wide ticket made smaller:
its words keep a readable size and wrap instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from branch.devices.printers import printed_qr as qr
from branch.devices.printers.canvas import BOLD, REGULAR, Paper, font
from branch.devices.printers.slip import TicketSlip
from branch.devices.printers.slip_texts import Lines, lines_of
from branch.wording.wait_wording import plain


@dataclass(frozen=True)
class Sizes:
    """How large each part is on one width of paper."""

    margin: int
    branch: int
    body: int
    small: int
    fine: int
    number: int
    code: int


SIZES = {
    576: Sizes(margin=30, branch=36, body=30, small=24, fine=22, number=190, code=256),
    512: Sizes(margin=26, branch=34, body=28, small=24, fine=22, number=168, code=232),
    384: Sizes(margin=16, branch=32, body=26, small=22, fine=22, number=136, code=208),
}


def render(slip: TicketSlip) -> Image.Image:
    """Draw a ticket: mode "1", `slip.width_dots` wide, as high as its content."""
    sizes = SIZES[slip.width_dots]
    lines = lines_of(slip)
    paper = Paper(slip.width_dots, sizes.margin)
    paper.gap(24)
    _head(paper, lines, sizes, slip.logo.on_width(slip.width_dots) if slip.logo is not None else None)
    paper.gap(24)
    paper.hero(lines.number, sizes.number)
    paper.gap(20)
    _wait(paper, lines.wait, sizes.body)
    paper.gap(20)
    paper.rule()
    _code(paper, lines, sizes)
    _foot(paper, lines, sizes)
    paper.gap(24)
    picture = paper.cut()
    font.cache_clear()  # each size holds 1 to 3 MB of its file; to open them again takes some ms a ticket
    return picture


def _head(paper: Paper, lines: Lines, sizes: Sizes, logo: Image.Image | None) -> None:
    if lines.marks:
        paper.pills(lines.marks, font(BOLD, sizes.small), filled=True)
        paper.gap(12)
    if logo is not None:
        paper.picture(logo)
        paper.gap(14)
    paper.text(lines.branch, font(BOLD, sizes.branch))
    paper.gap(4)
    _service(paper, lines.service, sizes)
    if lines.segment:
        paper.gap(8)
        paper.pills((lines.segment,), font(BOLD, sizes.small), filled=False)


def _service(paper: Paper, names: tuple[str, ...], sizes: Sizes) -> None:
    """All names on one line if they fit it, else the customer's own language large and the others small."""
    body = font(REGULAR, sizes.body)
    joined = " ".join(names)
    if body.getlength(joined) <= paper.room:
        paper.text(joined, body)
        return
    for at, name in enumerate(names):
        paper.text(name, font(REGULAR, sizes.small) if at else body)


def _wait(paper: Paper, clauses: tuple[str, ...], size: int) -> None:
    regular, bold = font(REGULAR, size), font(BOLD, size)
    lines: list[str] = []
    for clause in clauses:
        joined = f"{lines[-1]} · {clause}" if lines else clause
        # Measured in bold, which is the wider: what fits so fits as set.
        if lines and bold.getlength(plain(joined)) <= paper.room:
            lines[-1] = joined
        else:
            lines.append(clause)
    for line in lines:
        if bold.getlength(plain(line)) > paper.room:
            paper.text(plain(line), bold)
            continue
        parts = line.split("*")
        paper.spans([(part, bold if at % 2 else regular) for at, part in enumerate(parts) if part])


def _code(paper: Paper, lines: Lines, sizes: Sizes) -> None:
    if lines.qr is None:
        return
    # The code brings its own quiet zone, so no gap stands around it.
    paper.picture(qr.picture(lines.qr, sizes.code, paper.width))
    paper.text(lines.scan, font(REGULAR, sizes.small))
    paper.gap(20)
    paper.rule()


def _foot(paper: Paper, lines: Lines, sizes: Sizes) -> None:
    fine = font(REGULAR, sizes.fine)
    paper.gap(16)
    for line in (*filter(None, (lines.promise,)), *lines.footer):
        paper.text(line, fine)
        paper.gap(6)
    joined = f"{lines.issued} · {lines.missed}"
    for line in (joined,) if fine.getlength(joined) <= paper.room else (lines.missed, lines.issued):
        paper.text(line, fine)
