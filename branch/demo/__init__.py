"""A whole branch on one machine: the real programs, worked by simulated people through their real screens.

It starts processes and touches screens. Nothing in the product may depend on it.
"""
