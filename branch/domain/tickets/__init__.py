"""Tickets: given, on paper, cancelled, expired."""
