"""What the customer's pages tell a browser: whose script may run, no frames, and no word of their address."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.service.asking import Asker
from tests.service.test_phone import page_of


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_only_what_stands_in_the_page_may_run(asker: Asker, known: bool) -> None:
    path = page_of(asker.issue()) if known else "/t/nobody"
    response = asker.get(path, role=None, headers={"Accept": "text/html"})
    assert response.status_code == (200 if known else 404)
    told = response.headers
    assert (told["referrer-policy"], told["x-content-type-options"]) == ("no-referrer", "nosniff")
    rules = dict(rule.split(" ", 1) for rule in told["content-security-policy"].split("; "))
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in told["content-security-policy"]
    for kind in ("script", "style"):
        found = re.findall(f"<{kind}>(.*?)</{kind}>", response.text, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found]
        assert rules.get(f"{kind}-src", "").split() == [f"'sha256-{digest}'" for digest in hashes]
    # What a hash cannot allow: the browser would leave it out without a word.
    assert re.findall(r"""<[^>]+\s(?:style|on[a-z]+)=|<(?:script|style)\s""", response.text) == []
