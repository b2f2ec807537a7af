"""Tests of kiosk.checkin."""
