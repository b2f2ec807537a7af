"""A serial line to a printer, through pyserial, which python-escpos' own `Serial` stands on too.

That class is not used itself: it sets no time limit for writing, so a printer that holds the line would hold
the ticket for ever. Shown here on a pseudo terminal; real lines differ in baud rate and handshake only.
"""

from __future__ import annotations

from dataclasses import dataclass

from branch.devices.printers.printer_transport import SEND_SECONDS

BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
FLOWS = ("none", "rtscts", "dsrdtr", "xonxoff")

_CHUNK = 256  # at 1200 baud some 2 seconds: a slow line that moves is not one that stands still


@dataclass(frozen=True, slots=True)
class Line:
    """A serial port and how it is spoken to: 8 data bits, no parity, 1 stop bit."""

    device: str
    baud: int = 9600
    flow: str = "none"


class SerialWire:
    """An open serial line."""

    def __init__(self, line: Line) -> None:
        """Open it; nobody else can have it open at the same time."""
        import serial  # half of the kiosks have no serial printer

        try:
            self._port = serial.Serial(
                line.device,
                line.baud,
                timeout=0,
                write_timeout=SEND_SECONDS,
                rtscts=line.flow == "rtscts",
                dsrdtr=line.flow == "dsrdtr",
                xonxoff=line.flow == "xonxoff",
                exclusive=True,
            )
        except ValueError as error:  # a rate that this port does not have
            raise OSError(str(error)) from error

    def send(self, data: bytes) -> None:
        """Hand over all of `data`."""
        for at in range(0, len(data), _CHUNK):
            self._port.write(data[at : at + _CHUNK])

    def ask(self, query: bytes, seconds: float) -> int | None:
        """Send `query` and wait for one byte."""
        self._port.reset_input_buffer()
        self.send(query)
        self._port.timeout = seconds
        answer = bytes(self._port.read(1))
        return answer[0] if answer else None

    def finish(self) -> None:
        """A line has no end of job."""

    def close(self) -> None:
        """Let the line go."""
        self._port.close()
