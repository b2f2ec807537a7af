"""A whole branch on one machine: the real programs, worked by simulated people through their real screens."""
