"""Tests of the queue itself."""
