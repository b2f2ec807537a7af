"""The board's voice."""
