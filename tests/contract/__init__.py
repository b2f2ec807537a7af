"""Tests of the JSON shapes."""
