"""Tests of kiosk.shell."""
