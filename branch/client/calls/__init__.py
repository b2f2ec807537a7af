"""The requests an app makes, by topic."""
