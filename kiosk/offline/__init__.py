"""Tickets without the service: numbers reserved beforehand, given from this machine's own disk."""
