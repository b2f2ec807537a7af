"""Tests of counter/rating."""
