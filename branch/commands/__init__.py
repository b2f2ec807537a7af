"""The subcommands of ``branchline`` that are not apps.

Each module has ``add_arguments`` and ``run``; what it does is in the room it calls. Only here, in the demo
and in ``branch.cli`` is anything printed, and a person's mistake is one line with exit code 2.
"""
