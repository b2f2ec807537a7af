"""Tests of counter/shell."""
