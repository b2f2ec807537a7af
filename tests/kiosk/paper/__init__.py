"""Tests of kiosk.paper."""
