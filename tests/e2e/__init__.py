"""The real programs, all of them, as a person would start them."""
