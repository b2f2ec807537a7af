"""A USB bus for tests with one ticket printer on it: a backend of pyusb, the lowest seam without a cable."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import usb.backend
import usb.core

from branch.devices.printers import usb_transport as usb_wire
from tests.devices.printers.fake import DiedError, FakePrinter

VENDOR, PRODUCT = 0x04B8, 0x0E28
IN, OUT = 0x82, 0x01
_LARGEST = 64 * 20
"""What one transfer takes: less than is sent, as happens to real ones."""


class Bus(usb.backend.IBackend):  # type: ignore[misc]  # pyusb has no types
    """What libusb would say of that printer."""

    def __init__(self, printer: FakePrinter) -> None:
        self.printer = printer
        self.plugged = True
        self.classes: tuple[int, ...] = (0xFF, usb_wire.PRINTER_CLASS)
        """Of its interfaces."""
        self.driver_there = True
        """Whether the system's own driver (usblp) has the printer."""
        self.open_handles = 0
        self.claimed: set[int] = set()
        self.configured = 0
        self._answers = bytearray()

    def enumerate_devices(self) -> Iterator[str]:
        yield from ["printer"] if self.plugged else []

    def get_device_descriptor(self, dev: str) -> Any:
        return _descriptor(
            bDeviceClass=0, idVendor=VENDOR, idProduct=PRODUCT, bNumConfigurations=1, bus=1, address=7
        )

    def get_configuration_descriptor(self, dev: str, config: int) -> Any:
        if config:
            raise IndexError
        return _descriptor(bConfigurationValue=1, bNumInterfaces=len(self.classes))

    def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> Any:
        if intf >= len(self.classes) or alt:
            raise IndexError
        return _descriptor(bInterfaceNumber=intf, bNumEndpoints=2, bInterfaceClass=self.classes[intf])

    def get_endpoint_descriptor(self, dev: str, ep: int, intf: int, alt: int, config: int) -> Any:
        return _descriptor(bEndpointAddress=(IN, OUT)[ep], bmAttributes=2, wMaxPacketSize=64)

    def open_device(self, dev: str) -> str:
        self._there()
        self.open_handles += 1
        return "handle"

    def close_device(self, handle: str) -> None:
        self.open_handles -= 1

    def get_configuration(self, handle: str) -> int:
        return self.configured

    def set_configuration(self, handle: str, value: int) -> None:
        self.configured = value

    def set_interface_altsetting(self, handle: str, intf: int, alt: int) -> None:
        """There is one."""

    def claim_interface(self, handle: str, intf: int) -> None:
        if self.driver_there:
            raise usb.core.USBError("Resource busy", None, 16)
        self.claimed.add(intf)

    def release_interface(self, handle: str, intf: int) -> None:
        self.claimed.remove(intf)

    def is_kernel_driver_active(self, handle: str, intf: int) -> bool:
        return self.driver_there

    def detach_kernel_driver(self, handle: str, intf: int) -> None:
        self.driver_there = False

    def attach_kernel_driver(self, handle: str, intf: int) -> None:
        self.driver_there = True

    def bulk_write(self, handle: str, ep: int, intf: int, data: array[int], timeout: int) -> int:
        self._there()
        assert (ep, timeout > 0) == (OUT, True)
        assert intf in self.claimed
        sent = data.tobytes()[:_LARGEST]
        try:
            self._answers += self.printer.feed(sent)
        except DiedError:
            self.plugged = False
            self._there()
        return len(sent)

    def bulk_read(self, handle: str, ep: int, intf: int, buff: array[int], timeout: int) -> int:
        self._there()
        assert (ep, timeout > 0) == (IN, True)
        assert intf in self.claimed
        if not self._answers:
            raise usb.core.USBTimeoutError("Operation timed out", None, 110)
        count = min(len(self._answers), len(buff))
        buff[:count] = array("B", self._answers[:count])
        del self._answers[:count]
        return count

    def _there(self) -> None:
        if not self.plugged:
            raise usb.core.USBError("No such device (it may have been disconnected)", None, 19)


@contextlib.contextmanager
def on_usb(printer: FakePrinter, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """Plug a printer in; at the end the plug is pulled."""
    bus = Bus(printer)
    monkeypatch.setattr(usb_wire, "_backend", lambda: bus)
    yield bus
    bus.plugged = False


def _descriptor(**values: int) -> Any:
    every = """
        bLength bDescriptorType bcdUSB bDeviceClass bDeviceSubClass bDeviceProtocol bMaxPacketSize0 idVendor
        idProduct bcdDevice iManufacturer iProduct iSerialNumber bNumConfigurations address bus port_number
        port_numbers speed wTotalLength bNumInterfaces bConfigurationValue iConfiguration bmAttributes
        bMaxPower bInterfaceNumber bAlternateSetting bNumEndpoints bInterfaceClass bInterfaceSubClass
        bInterfaceProtocol
        iInterface bEndpointAddress wMaxPacketSize bInterval bRefresh bSynchAddress
    """
    known: dict[str, Any] = dict.fromkeys(every.split(), 0) | {"extra_descriptors": []}
    assert values.keys() <= known.keys()
    return SimpleNamespace(**known | values)
