"""Tests of the hall display."""
