"""Tests of kiosk.assist."""
