"""Who waits, in which order they are called, how long it will take, and who is let in."""
