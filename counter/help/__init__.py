"""Help for the teller that nobody in the hall notices."""
