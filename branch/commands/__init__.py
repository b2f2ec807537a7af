"""The subcommands of ``branchline`` that are not apps.

Each module has ``add_arguments`` and ``run``; what it does is in the room it calls. Only here, in the demo
and in ``branch.cli`` is anything printed, and a person's mistake is one line with exit code 2.
"""

from __future__ import annotations


class UserError(Exception):
    """What a person at the keyboard can mend: one line, or one for each mistake of a file; exit code 2."""
