"""Tests of the branch service."""
