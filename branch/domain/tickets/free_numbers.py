"""Which numbers nobody has today.

A number is a person's by what is read on it, whatever service gave it: when branch.toml has changed, another
service may have had the prefix before.
"""

from __future__ import annotations

from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock
from branch.domain.plan.services_offered import Service


def next_number(hall: Hall, service: str) -> int | None:
    """The next number that it gives, None where there is none left; raises unknown-service."""
    kind = hall.plan.service(service)
    given, blocks = hall.numbers_of.get(kind.prefix, ()), _blocks_in(hall, kind)
    n, end = kind.first + hall.numbers_issued.get(service, 0), _end(hall, kind)
    while n <= end:
        block = next((block for block in blocks if block.first <= n <= block.last), None)
        if block is not None:
            n = block.last + 1
        elif n in given:
            n += 1
        else:
            return n
    return None


def last_number(hall: Hall, service: str) -> int:
    """The last number of a service that is not set aside; raises unknown-service."""
    kind = hall.plan.service(service)
    end = _end(hall, kind)
    return min(end, min((block.first for block in _blocks_in(hall, kind)), default=end + 1) - 1)


def numbers_left(hall: Hall, service: str) -> int:
    """How many numbers of a service are neither given nor set aside; raises unknown-service."""
    upcoming = next_number(hall, service)
    return 0 if upcoming is None else max(0, last_number(hall, service) - upcoming + 1)


def _end(hall: Hall, kind: Service) -> int:
    """The last number that it may give; after a restore some at the end may have been set aside before."""
    return min(kind.last, hall.last_numbers.get(kind.id, kind.last))


def _blocks_in(hall: Hall, kind: Service) -> list[NumberBlock]:
    """The blocks whose numbers could be taken for those of that service."""
    return [
        block
        for block in hall.blocks.values()
        if block.first <= kind.last and block.last >= kind.first and _prefix(hall, block) == kind.prefix
    ]


def _prefix(hall: Hall, block: NumberBlock) -> str | None:
    """What its numbers are printed with; that of its service in journals of before it was kept."""
    if block.prefix is not None:
        return block.prefix
    kind = hall.plan.services.get(block.service)
    return kind.prefix if kind is not None else None
