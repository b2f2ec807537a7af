"""Tests of counter/queue."""
