"""Tests of counter/offline."""
