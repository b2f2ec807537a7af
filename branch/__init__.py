"""What runs a branch, and what its programs share: the rules, the protocol, the service, the clients' side.

Rooms, from the ground up: ``domain`` (rules) and ``contract`` (protocol) know nobody; ``client`` speaks the
contract, ``qt`` is what the apps stand on, ``service`` joins contract and domain; ``devices``, ``voice`` and
``media`` are the machines, ``analytics`` reads days, ``commands`` and ``demo`` are programs. A room imports
downwards only. What belongs to one app alone is in that app's own folder.
"""

from __future__ import annotations

VERSION = "0.1.0"
