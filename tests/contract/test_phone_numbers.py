"""One phone number is one person, however it is written."""

from __future__ import annotations

import pytest

from branch.contract.phone_numbers import national

SAME = {
    ("86", "13800138000"): [
        "13800138000",
        "+8613800138000",
        "008613800138000",
        "8613800138000",
        "013800138000",
    ],
    ("86", "1062345678"): ["01062345678", "+861062345678", "+8601062345678", "1062345678"],
    ("7", "9161234567"): ["+79161234567", "89161234567", "79161234567", "9161234567", "0079161234567"],
    ("7", "8005553535"): ["+78005553535", "88005553535", "8005553535"],
    ("36", "301234567"): ["+36301234567", "06301234567", "36301234567", "301234567"],
    ("370", "61234567"): ["+37061234567", "861234567", "37061234567", "061234567"],
    ("1", "2125550123"): ["+12125550123", "12125550123", "2125550123"],
    ("44", "7911123456"): ["+447911123456", "07911123456", "447911123456"],
    ("852", "86123456"): ["+85286123456", "85286123456", "86123456"],
    ("420", "601123456"): ["+420601123456", "601123456"],
}


@pytest.mark.parametrize(
    ("written", "country", "dialled"),
    [(written, country, dialled) for (country, dialled), all_of in SAME.items() for written in all_of],
)
def test_one_number_is_one_person(written: str, country: str, dialled: str) -> None:
    assert national(written, country) == dialled


@pytest.mark.parametrize(("phone", "country"), [("+4915112345678", "86"), ("004915112345678", "86")])
def test_a_foreign_number_keeps_its_plus(phone: str, country: str) -> None:
    assert national(phone, country) == "+4915112345678"


def test_a_number_that_begins_like_the_country_is_left_whole() -> None:
    assert national("86123456", "86") == "86123456"
