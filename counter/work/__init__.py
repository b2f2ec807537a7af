"""The ticket at the counter and what a teller does with it."""
