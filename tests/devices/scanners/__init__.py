"""Scanners and what they read."""
