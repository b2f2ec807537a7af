"""Phone numbers, as far as two ways to write one have to be the same."""

from __future__ import annotations

PATTERN = r"^\+?[0-9]{5,20}$"
"""What a phone number is: digits, with a plus before the code of a country."""

LEAST, MOST = 5, 20


def national(phone: str, country: str) -> str:
    """The number as it is dialled inside ``country`` (its calling code, such as "86"), without a leading 0;
    a foreign one keeps its plus.

    A booking system writes +86 138..., the customer 138...: E.164 and the national form of one number.
    """
    foreign = phone.startswith(("+", "00"))
    digits = phone.removeprefix("+").removeprefix("00") if foreign else phone
    if foreign and not digits.startswith(country):
        return f"+{digits}"
    return (digits.removeprefix(country) if foreign else digits).removeprefix("0")
