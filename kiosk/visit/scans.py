"""The steps of a visit that begin with a scan, and those after an appointment that gives no number.

A part of `kiosk.visit.visit.Visit`, in a file of its own."""

from __future__ import annotations

import base64

from branch.client.service_errors import ServiceError
from branch.contract.appointment_qr import check
from branch.domain.kernel.refusals import Refusal
from branch.qt.service_link import ServiceLink
from kiosk.assist.accessibility import Accessibility
from kiosk.checkin.code_entry import CodeEntry
from kiosk.checkin.refusal_words import About
from kiosk.home.home_screen import HomeScreen
from kiosk.visit import visit_texts
from kiosk.visit.issuing import Issuing
from kiosk.visit.service_notice import ServiceNotice
from kiosk.visit.visit_result import VisitResult
from kiosk.visit.visit_state import WAITING, Steps

REFUSED_MS = 12_000
OFFERED_MS = 30_000
"""For how long a refusal stays that offers something else: there is more to read, and to decide."""


class ScanSteps:
    """Mixed into the visit, whose steps these are."""

    _link: ServiceLink
    _lobby: HomeScreen
    _outcome: VisitResult
    _booking: CodeEntry
    _comfort: Accessibility
    _brief: ServiceNotice
    _asking: Issuing
    _steps: Steps

    def scannedCode(self, code: str) -> None:
        """Check in with a booking code that was scanned."""
        if self._takes_scan():
            self._booking.put(code)
            self._check_in(code)

    def scannedAppointment(self, text: str) -> None:
        """Check in with the signed code of an appointment.

        What is forged or another branch's needs no service to be told; the rest is asked for, or, while there
        is no service, told as far as it is known.
        """
        if not self._is_free():
            return
        try:
            promise = check(base64.b64decode(self._link.branch.get("appointment_key", "")), text)
        except Refusal as error:
            self._refused(error)
            return
        if self._link.live:
            self._booking.put(promise.code)
            self._check_in(promise.code, text)
        else:
            self._outcome.show_promise(promise.starts_at)
            self._steps.enter("refused", REFUSED_MS)

    def scannedCard(self, segment: str, reason: str | None) -> None:
        """The next number is of the segment of that card; without the service as well."""
        if self._is_free():
            if self._steps.now in ("appointment", "appointments"):
                self.goHome()
            self._comfort.by_card(segment, reason)

    def scannedUnknown(self) -> None:
        """Say that this code is for something else."""
        if self._takes_scan():
            self._say(visit_texts.SCAN_UNKNOWN, visit_texts.SCAN_WHAT)

    def _walk_in(self) -> None:
        """A number of the service of the appointment that gave none, after what there is to say about it."""
        service = str(self._outcome.walkIn)
        if self._steps.now != "refused" or not service:
            return
        self._asking.drop()
        if self._brief.needed(service):
            self._brief.about(service)
            self._steps.enter("brief")
        else:
            self._take(service)

    def _is_free(self) -> bool:
        """Whether a scan is for us now: whoever holds a code to the scanner is done with what is shown."""
        if self._steps.now in ("thanks", "refused"):
            self.goHome()
        return self._steps.now in ("home", *WAITING) and bool(self._lobby.is_open)

    def _takes_scan(self, instead: str = visit_texts.ASK_STAFF) -> bool:
        """Whether it is, and can be asked about; ``instead`` is what to do while nobody can be asked."""
        if not self._is_free():
            return False
        if not self._link.live:
            self._say(visit_texts.SCAN_LOST, instead)
            return False
        return True

    # The visit's own

    def goHome(self) -> None:
        """See there."""
        raise NotImplementedError

    def _check_in(self, code: str, qr: str = "") -> None:
        raise NotImplementedError

    def _refused(self, error: Refusal | ServiceError, about: About | None = None) -> None:
        raise NotImplementedError

    def _take(self, service: str) -> None:
        raise NotImplementedError

    def _say(self, source: str, hint: str, value: str = "", hint_value: str = "") -> None:
        raise NotImplementedError
