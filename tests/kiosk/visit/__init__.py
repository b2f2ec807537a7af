"""Tests of kiosk.visit."""
