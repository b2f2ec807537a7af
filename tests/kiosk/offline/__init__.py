"""Tests of kiosk.offline."""
