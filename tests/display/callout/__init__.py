"""Tests of display/callout."""
