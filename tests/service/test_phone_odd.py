"""The customer's page where something is odd: an old paper, a frozen line, no script, a narrow phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from branch.service.config.branch_config import parse
from tests.harness.branch import running_service, sample_toml
from tests.harness.browser import Page, browser
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.service.asking import Asker, is_problem
from tests.service.test_phone import page_of

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def clock() -> HandClock:
    """A clock that is moved on by hand."""
    return HandClock(OPEN_HOURS)


@pytest.fixture
def asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    """The sample branch on that clock, with more languages."""
    offered = 'languages = ["zh", "en", "zh-TW", "zh-HK", "ar"]'
    config = parse(sample_toml().replace('languages = ["zh", "en"]', offered, 1))
    with running_service(tmp_path / "data", config, clock) as running, closing(Asker(running)) as asker:
        yield asker


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A phone."""
    with browser(tmp_path / "chrome") as page:
        yield page


@pytest.mark.parametrize("path", ["/t/nobody", "/t/" + "A" * 22])
def test_an_old_paper_is_answered_in_words_of_both_languages(asker: Asker, path: str) -> None:
    answer = asker.get(path, role=None, headers=BROWSER)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "此号码今天无效" in answer.text
    assert "This number is not valid today" in answer.text


def test_a_program_is_answered_by_a_problem(asker: Asker) -> None:
    is_problem(
        asker.get("/t/nobody", role=None, headers={"Accept": "application/json"}), 404, "unknown-ticket"
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("zh", "您的号码"),
        ("zh-TW", "您的號碼"),
        ("zh-HK", "您的号码"),
        ("en", "Your number"),
        ("ar", "Your number"),
    ],
)
def test_the_page_speaks_as_the_paper_does(asker: Asker, page: Page, language: str, title: str) -> None:
    ticket = asker.issue(language=language)
    page.go(asker.running.url + page_of(ticket))
    page.wait("document.getElementById('number').textContent === 'A001'")
    assert title in page.said()


def shown(asker: Asker, page: Page, language: str = "en") -> None:
    """The page of a new ticket, as it waits."""
    page.go(asker.running.url + page_of(asker.issue(language=language)))
    page.wait("document.getElementById('number').textContent === 'A001'")


def test_a_page_that_hears_nothing_says_that_it_stands_still(asker: Asker, page: Page) -> None:
    shown(asker, page)
    # Time runs faster, and the line takes what is asked and answers nothing.
    page.value("""(later => { window.setTimeout = (what, ms) => later(what, ms / 50); })(window.setTimeout);
        window.fetch = (_, how) => new Promise((_, fail) => how.signal.addEventListener("abort", fail)); 1""")
    page.wait("!document.getElementById('stale').hidden")
    assert "Not updated since" in page.said()


def test_an_open_page_whose_ticket_is_no_more_says_so(asker: Asker, page: Page) -> None:
    shown(asker, page, "zh")
    page.value("window.fetch = async () => ({ status: 404 }); 1")
    page.wait("document.body.className === 'gone'")
    assert "此号码今天无效" in page.said()


def test_a_page_before_its_first_answer_and_without_scripts_is_not_blank(asker: Asker) -> None:
    text = asker.get(page_of(asker.issue()), role=None, headers=BROWSER).text
    told = text[text.index("<noscript>") : text.index("</noscript>")]
    assert "请看大厅屏幕" in told
    assert "watch the screen in the hall" in told


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_reaches_over_the_edge_of_a_narrow_phone(
    asker: Asker, page: Page, width: int, language: str
) -> None:
    page.resize(width)
    shown(asker, page, language)
    assert page.value("document.documentElement.scrollWidth") <= width
    asker.open()
    asker.at(1, "next", "start", "finish")
    page.wait("document.getElementById('face5')")
    assert page.value("document.documentElement.scrollWidth") <= width


def test_a_face_that_is_pressed_by_a_key_keeps_the_keyboard(asker: Asker, page: Page) -> None:
    shown(asker, page)
    asker.open()
    asker.at(1, "next", "start", "finish")
    page.wait("document.getElementById('face5')")
    page.value("document.getElementById('face5').focus(); document.activeElement.click(); 1")
    assert page.value("document.activeElement.id") == "face5"


@pytest.mark.parametrize("status", ["missed", "cancelled"])
def test_what_went_wrong_is_not_green(asker: Asker, page: Page, status: str) -> None:
    shown(asker, page)
    green = page.value("getComputedStyle(document.getElementById('say')).backgroundColor")
    page.value(f"document.body.className = '{status}'; 1")
    assert page.value("getComputedStyle(document.getElementById('say')).backgroundColor") != green
