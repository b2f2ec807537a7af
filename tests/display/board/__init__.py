"""Tests of display/board."""
