"""The voice: what is said, in which order, with which clips."""
