"""What runs a branch, and what its programs share: the rules, the protocol, the service, the clients' side.

Rooms, from the ground up: ``domain`` (rules) and ``contract`` (protocol) know nobody; ``client`` speaks the
contract, ``qt`` is what the apps stand on, ``service`` joins contract and domain; ``devices``, ``voice`` and
``media`` are the machines, ``analytics`` reads days, ``commands`` and ``demo`` are programs. A room imports
downwards only. What belongs to one app alone is in that app's own folder. The modules beside the rooms, but
for ``cli``, are what several of them stand on and none owns, such as `opening_hours`; they import no room.
"""

from __future__ import annotations

VERSION = "0.1.0"
