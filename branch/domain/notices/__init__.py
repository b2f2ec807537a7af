"""What the hall is told."""
