"""The customer's page under the ticket's id: it shows how far the queue is, and nothing about anybody."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.service.asking import Asker, is_problem

SHOWN = {
    "most_passes",
    "branch",
    "service",
    "serving",
    "number",
    "status",
    "language",
    "ahead",
    "estimate",
    "counter",
}


def page_of(ticket: dict[str, object]) -> str:
    return f"/t/{ticket['id']}"


def test_the_page(asker: Asker) -> None:
    response = asker.get(page_of(asker.issue()), role=None)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert '<meta name="viewport"' in response.text
    # It works on a LAN without the internet, and tells nobody else that it was looked at.
    assert re.findall(r"""(?:src|href)=|https?://|@import""", response.text) == []


def test_the_state_has_no_personal_data(asker: Asker) -> None:
    ticket = asker.issue(phone="13812345678", language="en")
    other = asker.issue(phone="13887654321")
    asker.open()
    state = asker.get(page_of(ticket) + "/state", role=None).json()
    assert set(state) == SHOWN
    assert (state["number"], state["status"], state["ahead"]) == ("A001", "waiting", 0)
    assert (state["language"], state["service"]["en"]) == ("en", "Cash")
    asker.at(1, "next")
    called = asker.get(page_of(ticket) + "/state", role=None)
    assert (called.json()["status"], called.json()["counter"]) == ("called", 1)
    behind = asker.get(page_of(other) + "/state", role=None)
    assert behind.json()["serving"] == [{"number": "A001", "counter": 1}]
    for text in (called.text, behind.text):
        for secret in ("13812345678", "13887654321", '"0312"'):
            assert secret not in text
    assert ticket["id"] not in behind.text


@pytest.mark.parametrize("path", ["/t/nobody", "/t/nobody/state", "/t/" + "A" * 22])
def test_an_unknown_ticket(asker: Asker, path: str) -> None:
    is_problem(asker.get(path, role=None), 404, "unknown-ticket")


def test_the_page_in_a_browser(asker: Asker, tmp_path: Path) -> None:
    browser = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
    )
    if browser is None:
        pytest.skip("no Chromium is installed")
    ticket = asker.issue(language="en")
    command = [
        *(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'chrome'}"),
        *("--virtual-time-budget=3000", "--dump-dom", asker.running.url + page_of(ticket)),
    ]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    assert ">A001<" in shown
    assert "Renmin Road Branch · Cash" in shown
    assert json.dumps("Have a seat nearby")[1:-1] in shown
