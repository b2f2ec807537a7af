"""Barcode scanners at the kiosk: what they read, and what a text is that they have read."""

from __future__ import annotations

from kiosk.scanning.scanner import Scanner
from kiosk.scanning.settings import ScannerSettingError, SerialSetting, serial_setting

__all__ = ["Scanner", "ScannerSettingError", "SerialSetting", "serial_setting"]
