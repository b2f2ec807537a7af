"""Whose call has the main panel, and for how long."""
