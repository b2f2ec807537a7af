"""The board of the hall: what stands on it, in which words, on which screen."""
