"""Tests of display/sound."""
