"""A service under the care of another program ends with it, however that ends: killed or in good order.

Whoever starts it keeps a pipe to its standard input open and writes nothing. The system closes the pipe with
the program, on Linux and on Windows, where a program of the console cannot be asked to end by a signal.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

PATIENCE_S = 15.0
"""Seconds for an end in good order; nobody is there any more who could kill what hangs."""

log = logging.getLogger(__name__)


def end_with_input(stop: Callable[[], None], *, descriptor: int = 0, patience_s: float = PATIENCE_S) -> None:
    """Call ``stop`` once the pipe at ``descriptor`` has ended, and end the process if that has no effect."""

    def watch() -> None:
        try:
            while os.read(descriptor, 4096):
                pass
        except OSError as error:  # closed under our hands: there is nobody to hear of
            log.warning("standard input is not to be read: %s", error)
        log.info("whoever started this has ended or asks for the end")
        stop()
        if not threading.Event().wait(patience_s):
            log.critical("not ended %.0f s after the program that this belongs to", patience_s)
            os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
