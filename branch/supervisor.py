"""Telling a supervisor such as systemd how we are, as sd_notify(3) describes it: one datagram to the socket
that $NOTIFY_SOCKET names. Where there is none, as on Windows or from a terminal, nothing is done."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping

log = logging.getLogger(__name__)


def notify(words: str, surroundings: Mapping[str, str] = os.environ) -> bool:
    """Send words such as "READY=1" to the supervisor; gives whether there is one that heard them."""
    address = surroundings.get("NOTIFY_SOCKET", "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return False
    if address.startswith("@"):  # in the abstract namespace
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.sendto(words.encode(), address)
    except OSError as error:
        log.info("the supervisor was not told %r: %s", words, error)
        return False
    return True


def watchdog_s(surroundings: Mapping[str, str] = os.environ) -> float:
    """After how many seconds of silence it takes us for dead; 0 if it does not watch."""
    usec = surroundings.get("WATCHDOG_USEC", "")
    return int(usec) / 1e6 if usec.isdecimal() else 0.0
