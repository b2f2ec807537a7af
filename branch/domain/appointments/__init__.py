"""Promised times: the slots a branch offers, bookings, check-in."""
