"""Tests of counter/work."""
