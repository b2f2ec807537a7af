"""The question on the ticket's page, answered in a real browser: faces, reasons, a sentence, and Submit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness.branch import running_service
from tests.harness.browser import Page, browser
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.service.asking import Asker
from tests.service.test_phone import page_of

WORDS = {
    "en": ("How was our service?", "Badly explained", "Submit", "Thank you for your answer."),
    "zh": ("本次服务您满意吗?", "讲解不清", "提交评价", "感谢您的评价。"),
}


@pytest.fixture
def clock() -> HandClock:
    """A clock that is moved on by hand."""
    return HandClock(OPEN_HOURS)


@pytest.fixture
def asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    """The sample branch on that clock."""
    with running_service(tmp_path / "data", None, clock) as running, closing(Asker(running)) as asker:
        yield asker


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A phone."""
    with browser(tmp_path / "chrome") as page:
        yield page


def served(asker: Asker, language: str) -> dict[str, object]:
    """A ticket whose service is over."""
    asker.issue(language=language)
    asker.open()
    return asker.at(1, "next", "start", "finish")


def asked(asker: Asker, page: Page, language: str = "en") -> dict[str, object]:
    """The page of such a ticket, with its question."""
    ticket = served(asker, language)
    page.go(asker.running.url + page_of(ticket))
    page.wait("document.getElementById('face5')")
    return ticket


def rating(asker: Asker) -> object:
    """What the manager sees."""
    (row,) = asker.get("/v1/visits", role="manager").json()["visits"]
    return row["rating"]


@pytest.mark.parametrize("language", WORDS)
def test_faces_reasons_a_sentence_and_submit(asker: Asker, page: Page, language: str) -> None:
    question, reason, submit, thanks = WORDS[language]
    asked(asker, page, language)
    assert question in page.said()
    assert submit not in page.said()  # only once there is a face
    page.tap("#face5")
    page.wait("document.getElementById('send').getClientRects().length")
    page.tap("#face2")  # a slip is put right, and the reasons are those of the new face
    page.wait(f"document.getElementById('reasons').innerText.includes({reason!r})")
    assert page.value("document.getElementById('face2').getAttribute('aria-pressed')") == "true"
    page.tap("#reasons button:nth-child(3)")
    page.tap("#comment")
    page.write("which form? 哪张表")
    page.tap("#send")
    page.wait(f"document.body.innerText.includes({thanks!r})")
    assert rating(asker) == {"score": 2, "tags": ["unclear"]}
    (case,) = asker.get("/v1/cases", role="manager").json()["cases"]
    assert (case["channel"], case["text"]) == ("phone", "which form? 哪张表")
    assert not page.value("document.getElementById('faces').getClientRects().length")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "This service has been rated. Thank you."), ("zh", "本次服务已评价，谢谢。")],
)
def test_who_has_rated_at_the_counter_is_told_so(asker: Asker, page: Page, language: str, said: str) -> None:
    ticket = asked(asker, page, language)
    page.tap("#face1")
    page.wait("document.getElementById('send').getClientRects().length")
    asker.answer(f"/v1/tickets/{ticket['id']}/rating", {"score": 5}, role="counter")
    page.tap("#send")
    page.wait(f"document.body.innerText.includes({said!r})")
    assert rating(asker) == {"score": 5, "tags": []}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "The time for rating is over."), ("zh", "评价时间已过。")]
)
def test_who_comes_too_late_is_told_so(
    asker: Asker, page: Page, clock: HandClock, language: str, said: str
) -> None:
    asked(asker, page, language)
    page.value("window.show = () => {}")  # pressed before the page has heard that it is too late
    page.tap("#face4")
    page.wait("document.getElementById('send').getClientRects().length")
    clock.pass_minutes(31)
    page.tap("#send")
    page.wait(f"document.body.innerText.includes({said!r})")
    assert rating(asker) is None


def test_no_answer_at_the_pad_still_leaves_the_phone(asker: Asker, page: Page) -> None:
    ticket = asked(asker, page)
    asker.answer(f"/v1/tickets/{ticket['id']}/no-rating", role="counter")
    page.tap("#face4")
    page.tap("#send")
    page.wait("document.body.innerText.includes('Thank you for your answer.')")
    assert rating(asker) == {"score": 4, "tags": []}
