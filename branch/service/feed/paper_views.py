"""Numbers that are set aside for a kiosk, and tickets that are printed once more."""

from __future__ import annotations

from branch.contract.answers.paper_answers import NumberBlock as NumberBlockView
from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock


def block_view(hall: Hall, block: NumberBlock) -> NumberBlockView:
    """A block of numbers as its holder must know it: which are still to be given, and how they look."""
    service = hall.plan.service(block.service)
    numbers = range(block.first, block.last + 1)
    return {
        "id": block.id,
        "day": hall.day,
        "service": block.service,
        "numbers": {service.number(n): n for n in numbers if n not in block.handed_in},
    }
