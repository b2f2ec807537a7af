"""What a person at the keyboard can mend."""

from __future__ import annotations


class UserError(Exception):
    """Told in one line, or in one for each mistake of a file; exit code 2."""
