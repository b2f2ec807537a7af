"""Machines at the branch: ticket printers, code scanners, LED signs; one adapter protocol for each kind.

Printers and signs know no Qt and block, so they are called from a worker; scanners feed a window and stand
on ``branch.qt``. What is printed or shown is handed over ready; nothing here asks the service but the signs'
own runner, which is a program.
"""
