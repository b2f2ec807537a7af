"""Tests of what the house ships beside its code."""
