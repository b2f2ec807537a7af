"""Tests of display/led."""
