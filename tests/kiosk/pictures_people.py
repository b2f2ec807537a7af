"""The states of help, comfort and languages for `tests.kiosk.pictures`."""

from __future__ import annotations

from branch.domain.errors import refusal
from tests.kiosk.pictures_tickets import Takes
from tests.kiosk.stage import Screen, asking, until
from tests.running import RunningService


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
        for alert in api.alerts():
            api.clear_alert(alert["id"])
    until(lambda: str(screen.kiosk.help.state) == "coming")
    screen.tap("toggleLarge")
    screen.tap("toggleReach")
    album.take(screen, "help-coming")
    screen.kiosk.help._become("failed")
    album.take(screen, "help-failed")
    screen.kiosk.visit.goHome()


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
    screen.kiosk.visit._refused(refusal("quota-reached", "for the picture"))
    screen.wait("refusedScreen")
    album.take(screen, "languages-refused")
    screen.kiosk.visit.goHome()
    screen.kiosk.languages.offer(["zh", "en"])


def easier_states(album: Takes, screen: Screen) -> None:
    """Elderly mode and high contrast on the screens that customers see most."""
    for mode in ("Elderly", "Contrast"):
        name = mode.lower()
        screen.at_home()
        screen.tap(f"toggle{mode}")
        album.take(screen, name)
        screen.tap("appointmentCard")
        screen.wait("appointmentScreen")
        album.take(screen, f"{name}-appointment")
        screen.kiosk.visit._steps.enter("home")
        screen.at_home()
        screen.tap("service-A")
        screen.wait("thanksScreen")
        album.take(screen, f"{name}-thanks")
        screen.kiosk.visit._refused(refusal("quota-reached", "for the picture"))
        screen.wait("refusedScreen")
        album.take(screen, f"{name}-refused")
        screen.kiosk.visit.goHome()
