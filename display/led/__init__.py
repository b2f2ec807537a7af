"""Screens of few lamps."""
