"""Recorded waits, foretold."""
