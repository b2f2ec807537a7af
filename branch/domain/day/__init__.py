"""The business day: how it begins and ends, and services closed in it."""
