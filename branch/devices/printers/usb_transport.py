"""A printer on USB without a driver of the system's: through pyusb, which python-escpos' `Usb` stands on too.

That class is not used itself: it resets the printer whenever it is opened, which throws away what is still
being printed; it takes the addresses of the end points for granted; and it tells trouble to the log only.

Shown with a pyusb backend of the tests' own: descriptors, claims, bulk transfers. No machine here could show
a real printer, the system's driver being sent away and coming back, or Windows, where the printer needs the
WinUSB driver first.
"""

from __future__ import annotations

import time
from typing import Any

from branch.devices.printers.printer_transport import SEND_SECONDS

PRINTER_CLASS = 7
_CHUNK = 4096
_DRAIN_MS = 5  # 0 would be for ever
_MISSING = "libusb is missing (Debian: apt-get install libusb-1.0-0)"


class UsbWire:
    """An open printer interface."""

    def __init__(self, vendor: int, product: int) -> None:
        """Claim it; every trouble is an `OSError`."""
        import usb.core
        import usb.util

        self._util = usb.util
        self._silence: type[OSError] = usb.core.USBTimeoutError
        try:
            device = usb.core.find(idVendor=vendor, idProduct=product, backend=_backend())
        except usb.core.NoBackendError as error:
            raise OSError(_MISSING) from error
        if device is None:
            raise OSError(f"no USB device {vendor:04x}:{product:04x}")
        self._device: Any = device
        self._interface = -1
        self._sent_away = False
        try:
            self._claim()
        except BaseException:
            self.close()
            raise

    def send(self, data: bytes) -> None:
        """Hand over all of `data`."""
        left = memoryview(data)
        while left:
            left = left[self._out.write(bytes(left[:_CHUNK]), round(SEND_SECONDS * 1000)) :]

    def ask(self, query: bytes, seconds: float) -> int | None:
        """Send `query` and wait for one byte."""
        if self._in is None:  # an interface of one direction only
            return None
        while self._receive(_DRAIN_MS / 1000):
            continue
        self.send(query)
        end = time.monotonic() + seconds
        # A printer may answer a read with nothing at all, which is not yet silence.
        while (left := end - time.monotonic()) > 0:
            if answer := self._receive(left):
                return answer[0]
        return None

    def finish(self) -> None:
        """A transfer is done when it is acknowledged."""

    def close(self) -> None:
        """Give the printer back to the system."""
        try:
            if self._interface >= 0:
                self._util.release_interface(self._device, self._interface)
                if self._sent_away:
                    self._device.attach_kernel_driver(self._interface)
        except (OSError, NotImplementedError):  # unplugged meanwhile: there is nothing to give back
            pass
        finally:
            self._util.dispose_resources(self._device)

    def _claim(self) -> None:
        """Find the interface of a printer and its two end points."""
        configuration = next(iter(self._device))
        interface = self._util.find_descriptor(configuration, bInterfaceClass=PRINTER_CLASS)
        # Some cheap printers say that they are of a class of their own, and have one interface.
        interface = interface or next(iter(configuration))
        number = interface.bInterfaceNumber
        try:
            if self._device.is_kernel_driver_active(number):
                self._device.detach_kernel_driver(number)
                self._sent_away = True
        except NotImplementedError:  # Windows
            pass
        if self._configured() != configuration.bConfigurationValue:
            self._device.set_configuration(configuration.bConfigurationValue)
        self._util.claim_interface(self._device, number)
        self._interface = number
        ends = [
            end
            for end in interface
            if self._util.endpoint_type(end.bmAttributes) == self._util.ENDPOINT_TYPE_BULK
        ]
        away = [end for end in ends if not end.bEndpointAddress & self._util.ENDPOINT_IN]
        if not away:
            raise OSError("the USB device has no way to print")
        self._out: Any = away[0]
        self._in: Any = next((end for end in ends if end.bEndpointAddress & self._util.ENDPOINT_IN), None)

    def _configured(self) -> int:
        try:
            return int(self._device.get_active_configuration().bConfigurationValue)
        except OSError:  # it has none yet
            return 0

    def _receive(self, seconds: float) -> bytes:
        try:
            return bytes(self._in.read(64, max(1, round(seconds * 1000))))
        except self._silence:
            return b""


def _backend() -> Any:
    """The system's libusb; None when there is none, or for pyusb to look for others."""
    import usb.backend.libusb1

    return usb.backend.libusb1.get_backend()
