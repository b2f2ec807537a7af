"""Tests of counter/signin."""
