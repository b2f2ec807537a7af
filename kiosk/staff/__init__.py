"""The staff's own menu, behind seven taps and a PIN."""
