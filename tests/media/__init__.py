"""Slides: the folder and whose turn it is."""
