"""Talks to the branch service. No Qt here."""
