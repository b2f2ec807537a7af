"""What the staff must know at once."""
