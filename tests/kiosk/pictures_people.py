"""The states of help, comfort and languages for `tests.kiosk.pictures`."""

from __future__ import annotations

from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from kiosk.visit.visit_state import Home
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.branches import with_groups
from tests.kiosk.pictures_tickets import MORNING, Takes, branch
from tests.kiosk.stage import Screen, live_kiosk


def help_states(album: Takes, screen: Screen, service: RunningService) -> None:
    """The call for the lobby manager, from told to seen to; and one that could not be sent."""
    screen.at_home()
    screen.tap("callManager")
    until(lambda: str(screen.kiosk.help.state) == "told")
    album.take(screen, "help-told")
    screen.tap("toggleLarge")
    album.take(screen, "help-told-large")
    screen.tap("toggleReach")
    album.take(screen, "help-told-large-reach")
    with asking(service, "counter") as api:
        (alert,) = [alert["id"] for alert in api.alerts()]
        api.take_alert(alert)
        until(lambda: str(screen.kiosk.help.state) == "coming")
        screen.tap("toggleLarge")
        screen.tap("toggleReach")
        album.take(screen, "help-coming")
        api.clear_alert(alert)
    until(lambda: str(screen.kiosk.help.state) == "")
    link = screen.kiosk.link
    real_ask = link.ask
    link.ask = lambda *_, failed, **__: failed(ServiceError("for the picture"))  # type: ignore[method-assign]
    screen.kiosk.help.call()
    link.ask = real_ask  # type: ignore[method-assign]
    album.take(screen, "help-failed")
    screen.kiosk.visit.goHome()


def take_all(album: Takes) -> None:
    """Elderly mode where a branch has many services: the few that most wait for, and the others."""
    with branch(album, with_groups, MORNING, 2) as service, live_kiosk(service) as screen:
        with asking(service, "kiosk") as api:
            for name in ("A", "A", "B", "H"):
                api.issue(name)
        until(lambda: sum(state["waiting"] for state in screen.kiosk.link.view.services) == 4)
        screen.at_home()
        screen.tap("toggleElderly")
        screen.wait("allServices")
        album.take(screen, "elderly-few")
        screen.tap("allServices")
        album.take(screen, "elderly-groups")


def language_states(album: Takes, screen: Screen) -> None:
    """More than two languages: the sheet, and what customers see most in the third."""
    screen.at_home()
    screen.kiosk.languages.offer(["zh", "en", "zh-TW", "ar"])
    screen.tap("language-more")
    album.take(screen, "languages")
    screen.tap("sheetClose")
    album.take(screen, "languages-home")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    album.take(screen, "languages-thanks")
    screen.tap("thanksHome")
    screen.at_home()
    screen.kiosk.visit.refuse(Refusal("quota-reached", "for the picture"))
    screen.wait("refusedScreen")
    album.take(screen, "languages-refused")
    screen.kiosk.visit.goHome()
    screen.kiosk.languages.offer(["zh", "en"])


def easier_states(album: Takes, screen: Screen) -> None:
    """Elderly mode and high contrast on the screens that customers see most."""
    screen.at_home()
    screen.tap("toggleElderly")
    screen.tap("allServices")
    album.take(screen, "elderly-all")
    screen.kiosk.visit.goHome()
    for mode in ("Elderly", "Contrast"):
        name = mode.lower()
        screen.at_home()
        screen.tap(f"toggle{mode}")
        album.take(screen, name)
        screen.tap("appointmentCard")
        screen.wait("appointmentScreen")
        album.take(screen, f"{name}-appointment")
        screen.kiosk.flow.enter(Home())
        screen.at_home()
        screen.tap("service-A")
        screen.wait("thanksScreen")
        album.take(screen, f"{name}-thanks")
        screen.kiosk.visit.refuse(Refusal("quota-reached", "for the picture"))
        screen.wait("refusedScreen")
        album.take(screen, f"{name}-refused")
        screen.kiosk.visit.goHome()
