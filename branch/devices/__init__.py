"""Machines at the branch: ticket printers, code scanners, LED signs. One adapter protocol for each kind."""
