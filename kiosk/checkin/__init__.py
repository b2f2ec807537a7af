"""Appointments and tickets that a customer has already: by code, by phone number, by a scan."""
