"""What can be wrong with a trace."""

from __future__ import annotations


class ReplayError(Exception):
    """One line for the person who named the file: which line of it is wrong, and what is wrong there."""
