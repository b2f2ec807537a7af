"""Tests of counter/help."""
