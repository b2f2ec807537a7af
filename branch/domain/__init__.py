"""The queue itself: pure Python, no I/O, no clock.

``decide(hall, command, now)`` says what happens, ``evolve(hall, event)`` makes it so.
"""

from branch.domain.decide import decide
from branch.domain.evolve import evolve
from branch.domain.hall import Hall

__all__ = ["Hall", "decide", "evolve"]
