"""What QML sees of the kiosk: one object that every page gets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.slide_player import SlideShow
from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.assist.help_call import HelpCall
from kiosk.checkin.by_phone import ByPhone
from kiosk.checkin.code_entry import CodeEntry
from kiosk.home.home_screen import HomeScreen
from kiosk.home.precedence import Precedence
from kiosk.home.service_groups import ServiceGroups
from kiosk.shell.hall_notices import HallNotices
from kiosk.shell.screensaver import BurnIn, Screensaver
from kiosk.shell.shown_page import ShownPage
from kiosk.shell.tap_shield import TapShield
from kiosk.staff.staff_menu import StaffMenu
from kiosk.staff.staff_paper import StaffPaper
from kiosk.staff.staff_services import StaffServices
from kiosk.visit.visit import Visit
from kiosk.visit.visit_result import VisitResult

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class KioskContext(QObject):
    """The parts by their names; each tells of its own changes."""

    shown = Property(ShownPage, lambda self: self.parts["shown"], constant=True)
    shield = Property(TapShield, lambda self: self.parts["shield"], constant=True)
    home = Property(HomeScreen, lambda self: self.parts["home"], constant=True)
    groups = Property(ServiceGroups, lambda self: self.parts["groups"], constant=True)
    precedence = Property(Precedence, lambda self: self.parts["precedence"], constant=True)
    visit = Property(Visit, lambda self: self.parts["visit"], constant=True)
    result = Property(VisitResult, lambda self: self.parts["result"], constant=True)
    code = Property(CodeEntry, lambda self: self.parts["code"], constant=True)
    search = Property(ByPhone, lambda self: self.parts["search"], constant=True)
    accessibility = Property(Accessibility, lambda self: self.parts["accessibility"], constant=True)
    help = Property(HelpCall, lambda self: self.parts["help"], constant=True)
    notices = Property(HallNotices, lambda self: self.parts["notices"], constant=True)
    languages = Property(Languages, lambda self: self.parts["languages"], constant=True)
    screensaver = Property(Screensaver, lambda self: self.parts["screensaver"], constant=True)
    slides = Property(SlideShow, lambda self: self.parts["slides"], constant=True)
    burnIn = Property(BurnIn, lambda self: self.parts["burnIn"], constant=True)
    staff = Property(StaffMenu, lambda self: self.parts["staff"], constant=True)
    staffPaper = Property(StaffPaper, lambda self: self.parts["staffPaper"], constant=True)
    staffServices = Property(StaffServices, lambda self: self.parts["staffServices"], constant=True)

    def __init__(self, parts: Mapping[str, QObject], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
