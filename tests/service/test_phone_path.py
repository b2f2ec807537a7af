"""The phone's page of one who was sent to a person, and of one with more than one service, in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.service.asking import Asker
from tests.service.test_phone import in_a_browser


@pytest.mark.parametrize(
    ("language", "waits", "follows"),
    [
        ("zh", "请稍坐，等候 2 号窗口叫您。", "之后还将办理:个人非现金"),
        ("en", "Have a seat nearby; counter 2 will call you.", "Afterwards: Accounts and cards"),
    ],
)
def test_where_it_goes_on(asker: Asker, tmp_path: Path, language: str, waits: str, follows: str) -> None:
    ticket = asker.issue(language=language)
    asker.open()
    asker.open(2, "0288")
    asker.at(1, "next", "start")
    shown = in_a_browser(asker, ticket, tmp_path)
    assert '<p class="label" id="then" hidden="">' in shown
    asker.answer("/v1/counters/1/then", {"services": ["B"]})
    assert follows in in_a_browser(asker, ticket, tmp_path)
    asker.answer("/v1/counters/1/transfer", {"staff": "0288"})
    sent = in_a_browser(asker, ticket, tmp_path)
    assert waits in sent
    assert follows in sent
    asker.answer("/v1/counters/2/pause")
    assert waits not in in_a_browser(asker, ticket, tmp_path)
