"""Appointments fetched from head office: asked for again and again, put into the journal row by row.

A thread of its own asks, so that neither the writer nor the event loop ever waits for another machine. What
has been handed in is in the journal, so the branch works on from the last copy when head office is away or
the service is started anew. Handing in the same list twice changes nothing (`commands.TakeBooking`).
"""

from __future__ import annotations

import json
import logging
import threading
import time
from queue import SimpleQueue
from typing import Any

import requests
from pydantic import ValidationError
from urllib3.exceptions import HTTPError

from branch.backoff import pause
from branch.contract.mistakes import mistakes
from branch.domain.kernel.refusals import Refusal
from branch.service.config.appointment_sections import ListSource
from branch.service.connect.head_office_rows import BookingRow, command_of, left_out
from branch.service.core.writer import Writer
from branch.service.core.writer_inbox import Answered, Ask, WriterEnded
from branch.service.journal.storage_errors import StorageError
from branch.service.use_cases.actor import HEAD_OFFICE
from branch.service.use_cases.staff_use_cases import tell_trouble

log = logging.getLogger(__name__)

SOURCE, KIND = "head office", "appointments"
"""Of the alert that tells the manager that head office is away."""

LIST = "head office's list"
"""Of the alert that tells the manager which rows of the list were not taken."""

FIRST_S = 5.0
"""How soon it is asked again after the first failure; doubled with each, up to `_MOST` intervals."""

_MOST = 4
_LARGEST = 8 * 1024 * 1024
"""Bytes of a list: some 30,000 appointments."""

_CHUNK = 64 * 1024
_REASON = 200
_DETAIL = 500


_NO_LINE = (requests.RequestException, HTTPError, OSError)
"""What the way there can raise."""


class Away(Exception):  # noqa: N818 - said as it is
    """Head office gave no list; the message says why, in one line."""


class _Stopped(Exception):  # noqa: N818
    """The service is ending."""


class _Bearer(requests.auth.AuthBase):
    """As an auth and not as a header, which a .netrc of the machine would replace."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class HeadOffice:
    """Asks head office for its list from `start` to `stop`."""

    def __init__(self, settings: ListSource, writer: Writer) -> None:
        self._settings, self._writer = settings, writer
        self._session = requests.Session()
        self._session.headers["Accept"] = "application/json"
        self._session.auth = _Bearer(settings.token) if settings.token else None
        self._etag: str | None = None
        self._taken: dict[str, BookingRow] = {}
        self._told: dict[str, str] = {}
        self._lacking: dict[str, str] = {}
        self._lacking_told: dict[str, str] | None = None  # not known before we have looked
        self._failures = 0
        self._heard = time.monotonic()
        self._alerted: bool | None = None  # not known before we have looked: alerts outlive us
        self._stopping = threading.Event()
        self._answers: SimpleQueue[Answered | Exception | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="head office", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def stop(self) -> None:
        """Ask no more. What is being waited for is left; the thread ends with it."""
        self._stopping.set()
        self._answers.put(None)
        self._session.close()
        self._thread.join(self._settings.timeout)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._round()
            except (_Stopped, WriterEnded):
                return
            except StorageError:  # the writer has said so; what the list holds is asked for again
                self._etag = None
                self._wait(self._settings.interval)
            except Exception:
                log.exception("the list of head office could not be handled")
                self._etag = None
                self._wait(self._settings.interval)

    def _round(self) -> None:
        settings = self._settings
        try:
            rows = self._fetch()
        except (Away, *_NO_LINE) as error:
            reason = str(error) if isinstance(error, Away) else type(error).__name__
            self._failures += 1
            if self._failures == 1:
                log.warning("head office is away: %s", reason)
            most = max(FIRST_S, _MOST * settings.interval)
            self._wait(pause(self._failures, first=min(FIRST_S, settings.interval), most=most), reason)
            return
        if rows is not None:
            self._hand_in(rows)
        if self._failures:
            log.info("head office is back after %d failures", self._failures)
        self._failures, self._heard = 0, time.monotonic()
        self._end_alert()
        self._wait(settings.interval)

    # Asking

    def _fetch(self) -> list[Any] | None:
        """The rows of the list, None if it is the one we have. Raises Away or one of `_NO_LINE`."""
        headers = {"If-None-Match": self._etag} if self._etag else {}
        end = time.monotonic() + self._settings.timeout
        with self._session.get(
            self._settings.url, headers=headers, timeout=self._settings.timeout, stream=True
        ) as response:
            if response.status_code == requests.codes.not_modified and self._etag:
                return None
            if response.status_code != requests.codes.ok:
                raise Away(f"it answered {response.status_code}")
            body = bytearray()
            # As it comes: to wait for a whole chunk would be to wait for as long as bytes drip in.
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > _LARGEST:
                    raise Away(f"its list has more than {_LARGEST} bytes")
                if time.monotonic() > end:
                    raise Away("its answer did not end in time")
            etag = response.headers.get("ETag")
        try:
            rows = json.loads(body)["appointments"]
        except (ValueError, TypeError, KeyError, RecursionError):
            rows = None
        if not isinstance(rows, list):
            raise Away("its answer is not a list of appointments")
        self._etag = etag
        return rows

    def _wait(self, seconds: float, away: str | None = None) -> None:
        """Until the next time; tells the manager meanwhile when head office has been away too long."""
        end = time.monotonic() + seconds
        due = self._heard + self._settings.alert_after
        if away is not None and not self._alerted and due <= end:
            if self._stopping.wait(max(0.0, due - time.monotonic())):
                return
            self._ask(tell_trouble(KIND, SOURCE, away))
            self._alerted = True
        self._stopping.wait(max(0.0, end - time.monotonic()))

    # Handing in

    def _hand_in(self, rows: list[Any]) -> None:
        """Each row that is not as it was handed in before, one by one: a customer's wish may come between."""
        seen: dict[str, BookingRow] = {}
        refused = False
        self._lacking = {}
        for number, raw in enumerate(rows, 1):
            try:
                row = BookingRow.model_validate(raw)
            except ValidationError as error:
                self._refuse(f"row {number}", mistakes(error.errors())[0].line)
                continue
            if lacking := left_out(raw, row):
                self._lacking[row.ref] = f"taken without {' and '.join(lacking)}"
            if row.ref in seen:
                self._refuse(f"row {number}", f"ref: {row.ref} stands there twice")
                continue
            seen[row.ref] = row
            if self._taken.get(row.ref) == row:
                continue
            code = self._ask(command_of(row))
            if code is None:
                self._taken[row.ref] = row
                self._told.pop(row.ref, None)
            else:
                refused = True
                self._refuse(row.ref, code)
        self._taken = {ref: row for ref, row in self._taken.items() if ref in seen}
        self._tell_lacking()
        if refused:
            self._etag = None  # a place or a code may become free though the list stays the same

    def _refuse(self, ref: str, reason: str) -> None:
        """One line for each row that cannot be taken, and not again until it is another reason."""
        said = reason[:_REASON]
        self._lacking[ref] = said
        if self._told.get(ref) != said:
            self._told[ref] = said
            log.warning("appointment %s of head office is not taken: %s", ref, said)

    def _tell_lacking(self) -> None:
        """Tell the manager which rows were not taken as they came; once, until it is others."""
        if self._lacking == self._lacking_told:
            return
        rows = "; ".join(f"{ref}: {reason}" for ref, reason in self._lacking.items())
        detail = f"{len(self._lacking)} not taken: {rows}"[:_DETAIL] if rows else None
        self._ask(tell_trouble(KIND, LIST, detail))
        self._lacking_told = dict(self._lacking)

    def _end_alert(self) -> None:
        """Head office is there: end the alert that we, or the run before us, have raised."""
        if self._alerted is False:
            return
        self._ask(tell_trouble(KIND, SOURCE, None))
        self._alerted = False

    def _ask(self, command: Ask) -> str | None:
        """Have the writer do it; the code of a refusal, None if it was done."""

        def refused(refusal: Refusal) -> tuple[int, bytes]:
            return 409, refusal.code.encode()

        answers = self._answers
        self._writer.submit(
            command, lambda *_: (200, b""), refused, answers.put, answers.put, actor=HEAD_OFFICE
        )
        answer = answers.get()
        if self._stopping.is_set() or answer is None:
            raise _Stopped
        if isinstance(answer, Exception):
            raise answer
        return None if answer.status == 200 else answer.body.decode()
