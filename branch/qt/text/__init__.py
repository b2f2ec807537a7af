"""Languages, fonts and formats of everything that is read on a screen."""
