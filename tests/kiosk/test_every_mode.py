"""Home in every mode that a customer can ask for, on the screens that branches have: nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from branch.qt.driving import driver
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.branches import with_groups
from tests.kiosk.conftest import Show, Start
from tests.kiosk.promises import broken
from tests.kiosk.stage import Screen

SIZES = [(1080, 1920), (1920, 1080), (1366, 768)]
LANGUAGES = ("zh", "en", "zh-TW", "ar")
TOGGLES = ("Large", "Reach", "Contrast", "Priority", "Elderly")


def modes() -> Iterator[tuple[str, ...]]:
    """Every set of toggles that can be on together: elderly mode, once on, leaves two of them."""
    for count in range(len(TOGGLES) + 1):
        yield from combinations(TOGGLES, count)


def four_languages(sample: str) -> str:
    """Offered by the branch, so that the switch has the most it can have."""
    return sample.replace('languages = ["zh", "en"]', 'languages = ["zh", "en", "zh-TW", "ar"]', 1)


def enter(screen: Screen, mode: tuple[str, ...]) -> None:
    """As a customer who touches one after the other."""
    for toggle in mode:
        part = screen.kiosk.precedence if toggle == "Priority" else screen.kiosk.accessibility
        getattr(part, f"toggle{toggle}")()


def check(screen: Screen, name: str, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """What is broken, in each of those languages."""
    found = []
    for code in languages:
        screen.kiosk.languages.use(code)
        found += [f"{name} {code}: {line}" for line in broken(screen.window)]
    screen.kiosk.languages.use("zh")
    return found


@pytest.fixture
def home(start: Start, show: Show) -> Callable[..., Screen]:
    """Shows a kiosk at home whose customer has called the lobby manager, if asked."""

    def begin(*, groups: bool, called: bool) -> Screen:
        service = start(edit=lambda text: four_languages(with_groups(text) if groups else text))
        open_counters(service, 2)
        with asking(service, "kiosk") as api:
            for letter in "AABH" if groups else "AAB":
                api.issue(letter)
        screen = show(service)
        screen.at_home()
        if called:
            screen.tap("callManager")
            until(lambda: str(screen.kiosk.help.state) == "told")
        return screen

    return begin


@pytest.mark.parametrize("called", [False, True])
@pytest.mark.parametrize("groups", [False, True])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_in_any_mode(
    home: Callable[..., Screen], size: tuple[int, int], groups: bool, called: bool
) -> None:
    screen = home(groups=groups, called=called)
    screen.resize(*size)
    found = []
    for turn, mode in enumerate(modes()):
        enter(screen, mode)
        # The last size is the one before it, drawn smaller: there the languages take turns.
        languages = LANGUAGES if size != SIZES[-1] else (LANGUAGES[turn % len(LANGUAGES)],)
        found += check(screen, "+".join(mode) or "as usual", languages)
        screen.kiosk.accessibility.reset()
        screen.kiosk.precedence.reset()
    assert found == []


@pytest.mark.parametrize("mode", [("Large",), ("Large", "Reach"), ("Elderly",), ("Elderly", "Reach")])
def test_every_service_is_whole_on_one_of_the_pages(
    home: Callable[..., Screen], mode: tuple[str, ...]
) -> None:
    screen = home(groups=False, called=True)
    enter(screen, mode)
    if "Elderly" in mode:
        screen.tap("allServices")
    seen: set[str] = set()
    for _ in range(4):
        for name in ("service-A", "service-B", "service-C", "service-V"):
            try:
                screen.place(name)
            except driver.DriverError:
                continue
            seen.add(name)
        assert broken(screen.window) == []
        if len(seen) < 4:
            screen.tap("moreServices")
    assert len(seen) == 4
    while screen.text("moreServices") != "更多业务":
        screen.tap("moreServices")  # from the last page to the first
    screen.tap("service-A")
    screen.wait("thanksNumber", "A003")
