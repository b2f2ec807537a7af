"""The customer's window: the question after a service, and what it shows in between."""
