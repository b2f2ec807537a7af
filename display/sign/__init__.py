"""The strip above one counter."""
