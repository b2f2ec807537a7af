"""Tests of display/sign."""
