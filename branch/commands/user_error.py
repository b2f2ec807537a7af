"""What a person at the keyboard can mend."""

from __future__ import annotations


class UserError(Exception):
    """Told in one line, exit code 2."""
