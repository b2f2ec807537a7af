"""Pictures of what stands between a customer and a ticket: groups, papers to bring, limits."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from branch.contract.refusals import Refusal
from branch.devices.printers import PngPrinter
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.assist.test_reasons import REASONS
from tests.kiosk.branches import CARD, with_cards, with_groups
from tests.kiosk.home.test_closing import EVENING, fill, rule
from tests.kiosk.home.test_limits import limited
from tests.kiosk.stage import Screen, live_kiosk
from tests.kiosk.visit.test_service_notice import PAPERS

MORNING = "2026-11-21T09:42:00+08:00"


class Takes(Protocol):
    """What takes the pictures."""

    folder: Path

    def take(self, screen: Screen, name: str) -> None:
        """The screen as it is, in every language."""


@contextmanager
def branch(
    album: Takes, edit: Callable[[str], str] | None = None, at: str | HandClock = MORNING, *counters: int
) -> Iterator[RunningService]:
    """A branch whose branch.toml has been rewritten, with those counters open."""
    clock = HandClock(at, 0.0) if isinstance(at, str) else at
    with (
        tempfile.TemporaryDirectory(dir=album.folder) as data,
        running_service(Path(data), sample_config(edit=edit), clock) as service,
    ):
        open_counters(service, *counters)
        yield service


def take_all(album: Takes) -> None:
    """Every state."""
    _groups(album)
    _brief(album)
    _limits(album)
    _closing(album)
    _reasons(album)
    _rescan(album)
    _card(album)


def _brief(album: Takes) -> None:
    def edit(text: str) -> str:
        return text.replace('prefix = "B"', PAPERS)

    with branch(album, edit, MORNING, 2) as service, live_kiosk(service) as screen:
        with asking(service, "kiosk") as api:
            for _ in range(3):
                api.issue("B")
        screen.at_home()
        until(lambda: "前面 3 人" in str(screen.find("service-B").property("text")), "the count of B")
        screen.tap("service-B")
        screen.wait("briefScreen")
        album.take(screen, "brief")
        screen.tap("backHome")
        screen.at_home()
        screen.tap("toggleLarge")
        screen.tap("service-B")
        screen.wait("briefScreen")
        album.take(screen, "brief-large")
        screen.tap("briefConfirm")
        screen.wait("thanksScreen")
        album.take(screen, "thanks-documents-large")
        screen.tap("thanksHome")
        screen.at_home()
        screen.tap("service-B")
        screen.wait("briefScreen")
        screen.tap("briefConfirm")
        screen.wait("thanksScreen")
        album.take(screen, "thanks-documents")


def _limits(album: Takes) -> None:
    with branch(album, limited, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        with asking(service, "kiosk") as api:
            api.issue("A")
        screen.at_home()
        until(lambda: "13:00" in str(screen.said()), "the hours of B")
        until(lambda: "11:00" in str(screen.said()), "the quota of A")
        album.take(screen, "limits")
        screen.tap("toggleLarge")
        album.take(screen, "limits-large")


def _closing(album: Takes) -> None:
    with branch(album, rule("warn"), EVENING, 1) as service, live_kiosk(service) as screen:
        fill(service, 4)
        screen.at_home()
        until(lambda: any(state.get("closing") for state in screen.kiosk.link.view.services))
        screen.tap("service-A")
        screen.wait("briefScreen")
        album.take(screen, "closing-soon")
        screen.tap("briefConfirm")
        screen.wait("thanksScreen")
        album.take(screen, "closing-soon-ticket")


def _reasons(album: Takes) -> None:
    with (
        branch(album, lambda text: text.replace("rank = 1\n", REASONS), MORNING, 1) as service,
        live_kiosk(service) as screen,
    ):
        screen.at_home()
        screen.tap("togglePriority")
        screen.wait("reasonSheet")
        album.take(screen, "reasons")


def _card(album: Takes) -> None:
    with branch(album, with_cards, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        screen.at_home()
        type_keys(screen.window, CARD)
        screen.wait("cardBanner")
        album.take(screen, "card")
        screen.tap("toggleLarge")
        album.take(screen, "card-large")
        screen.tap("toggleLarge")
        screen.tap("toggleReach")
        album.take(screen, "card-reach")


def _rescan(album: Takes) -> None:
    with (
        branch(album, None, MORNING, 1) as service,
        live_kiosk(service) as screen,
        asking(service, "kiosk") as api,
        asking(service, "counter") as counter,
    ):
        url = api.issue("A")["url"]
        counter.next(1)
        screen.at_home()
        type_keys(screen.window, url)
        screen.wait("refusedText")
        album.take(screen, "scan-called")
        counter.no_show(1)
        for _ in range(4):
            api.issue("A")
        type_keys(screen.window, url)
        screen.wait("thanksScreen")
        album.take(screen, "scan-back-in-queue")
    with (
        branch(album, lambda text: text.replace('prefix = "B"', PAPERS), MORNING, 1) as service,
        live_kiosk(service, printer=PngPrinter(album.folder / "paper")) as screen,
        asking(service, "kiosk") as api,
    ):
        url = api.issue("B")["url"]
        screen.at_home()
        type_keys(screen.window, url)
        screen.wait("printCopy")
        album.take(screen, "scan-waiting")
        screen.tap("printCopy")
        screen.wait("timeLeft")
        until(lambda: str(screen.kiosk.result.printing) == "printed", "the copy")
        album.take(screen, "scan-printed-again")
        screen.kiosk.visit.refuse(Refusal("reprint-limit", "for the picture"))
        screen.wait("refusedScreen")
        album.take(screen, "scan-printed-often")


def _groups(album: Takes) -> None:
    with branch(album, with_groups, MORNING, 2) as service, live_kiosk(service) as screen:
        with asking(service, "kiosk") as api:
            for name in ("A", "A", "B", "D", "H", "M", "C"):
                api.issue(name)
        screen.at_home()
        until(lambda: sum(state["waiting"] for state in screen.kiosk.link.view.services) == 7, "all of them")
        album.take(screen, "groups")
        screen.tap("group-personal")
        album.take(screen, "group")
        screen.tap("group-cards")
        album.take(screen, "group-in-group")
        screen.tap("toggleLarge")
        album.take(screen, "group-large")
        screen.tap("toggleLarge")
        screen.tap("toggleReach")
        album.take(screen, "group-reach")
