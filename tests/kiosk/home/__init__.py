"""Tests of kiosk.home."""
