"""The client that a teller works with, and the rating pad beside it."""
