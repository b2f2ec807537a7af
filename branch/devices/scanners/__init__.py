"""Barcode scanners at the kiosk: what they read, and what a text is that they have read."""

from __future__ import annotations

from branch.devices.scanners.scanner import Scanner
from branch.devices.scanners.serial_scanner import ScannerSettingError, SerialSetting, serial_setting

__all__ = ["Scanner", "ScannerSettingError", "SerialSetting", "serial_setting"]
