"""Phone numbers, as far as two ways to write one have to be the same."""

from __future__ import annotations

from types import MappingProxyType

PATTERN = r"^\+?[0-9]{5,20}$"
"""What a phone number is: digits, with a plus before the code of a country."""

LEAST, MOST = 5, 20


_TRUNK = MappingProxyType({"1": "1", "7": "8", "36": "06", "370": "8", "375": "8", "992": "8", "993": "8"})
"""What is dialled before a number inside a country, where it is not 0. The sign of a trunk call is taken off
where a number is longer with it than numbers there are."""

_LONGEST = MappingProxyType(
    dict.fromkeys(("65", "370", "852", "853"), 8)
    | dict.fromkeys(("33", "34", "36", "61", "66", "375", "886", "992"), 9)
    | dict.fromkeys(("1", "7", "44", "60", "63", "81", "82", "84", "91"), 10)
    | dict.fromkeys(("39", "49", "86"), 11)
    | {"62": 12, "993": 8}
)
"""Digits of the longest number inside a country, without 0 or code, in the numbering plans that ITU keeps."""


def national(phone: str, country: str) -> str:
    """The number as it is dialled inside ``country`` (its calling code, such as "86"), without the 0, 8 or 06
    of a trunk call; a foreign one keeps its plus.

    A booking system writes +86 138... or 86138..., the customer 138...: E.164 and the national form of one
    number.
    """
    foreign = phone.startswith(("+", "00"))
    digits = phone.removeprefix("+").removeprefix("00") if foreign else phone
    if foreign and not digits.startswith(country):
        return f"+{digits}"
    longest = _LONGEST.get(country, MOST)
    if foreign or (digits.startswith(country) and len(digits) > longest and not _is_trunk(digits, country)):
        digits = digits.removeprefix(country)
    trunk = _TRUNK.get(country, "0")
    if digits.startswith(trunk) and len(digits) > longest:
        digits = digits.removeprefix(trunk)
    return digits.removeprefix("0")


def _is_trunk(digits: str, country: str) -> bool:
    """Whether the code of the country is the sign of a trunk call there."""
    return _TRUNK.get(country) == country and len(digits) - len(country) > _LONGEST[country]
