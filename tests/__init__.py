"""What a test needs to find the tests' own helpers."""
