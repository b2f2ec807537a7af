"""Tests of counter/hotkeys."""
