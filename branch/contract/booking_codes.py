"""What booking codes are made of, for those who make them and for the keys on which they are typed."""

from __future__ import annotations

ALPHABET = "23456789ABCDFGHJKLMNPQRSTUVWXYZ"
"""Nothing that is read or typed for something else (0 O, 1 I), nor E, which sounds like one in Mandarin."""

LEAST, MOST = 4, 16
"""How many characters a code has. Upper and lower case are the same."""

PATTERN = rf"^[{ALPHABET}{ALPHABET.lower()}]{{{LEAST},{MOST}}}$"
