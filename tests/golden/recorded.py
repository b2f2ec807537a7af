"""A recorded branch: its files, and how today's programs are put to work on a copy of them.

The only module here that knows how a service is started and a report is made: when those move, change them
here.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import requests

from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_model import DayFigures
from branch.analytics.report.report_page import report_html
from branch.analytics.report.report_words import words_for
from branch.contract.branch_info import BranchInfo
from branch.service.config.branch_config import parse
from tests.harness.branch import RunningService
from tests.harness.clocks import HandClock

FOLDER = Path(__file__).parent / "journals"
DATA = ("journal.db", "appointments.key")
"""What a data folder holds: the journal, and the key of the appointments' QR codes."""

PAGES = {"everything": "zh", "demo": "en"}
"""Of which the page of the newest day is kept, and in which language: its fonts take seconds to make."""

SECONDS = 20.0


@dataclass(frozen=True)
class Recorded:
    """One folder of `journals/`.

    ``facts`` has: ``at``, the instant at which everything is asked; ``tokens`` by role; ``after``, the
    journal row from which the newest day is followed; ``days``; ``retried``, a request that was answered
    then (``path``, ``role``, ``key``, ``body``, ``status``, ``answer``).
    """

    folder: Path

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What is to be known of it."""
        return dict(json.loads((self.folder / "facts.json").read_text(encoding="utf-8")))

    def answers(self) -> list[dict[str, Any]]:
        """What was answered: each with ``role``, ``path``, ``status`` and ``answer``."""
        return read_lines(self.folder / "answers.jsonl")

    def reports(self) -> list[dict[str, Any]]:
        """The figures of each day's report: each with ``day`` and ``figures``."""
        return read_lines(self.folder / "reports.jsonl")

    def page(self) -> str:
        """The report of the newest day, as `page_of` gives it."""
        return self._pressed("report.html.gz")

    def keep_page(self, page: str) -> None:
        """Have that be the report of the newest day."""
        (self.folder / "report.html.gz").write_bytes(gzip.compress(page.encode(), mtime=0))

    def feed(self) -> dict[str, list[dict[str, Any]]]:
        """The feed of its newest day by role, each entry with ``id``, ``event`` and ``data``."""
        return dict(json.loads(self._pressed("feed.json.gz")))

    def _pressed(self, name: str) -> str:
        return gzip.decompress((self.folder / name).read_bytes()).decode()

    def copy(self, folder: Path) -> Path:
        """A data folder of its own, with what was recorded."""
        folder.mkdir(parents=True)
        for name in DATA:
            shutil.copy(self.folder / name, folder / name)
        return folder

    @contextmanager
    def served(self, data: Path, speed: float = 0.0) -> Iterator[Reader]:
        """Serve the copy ``data`` from the recorded instant on; time stands still unless told otherwise."""
        config = parse((self.folder / "branch.toml").read_text(encoding="utf-8"))
        service = RunningService(data, config, HandClock(self.facts["at"], speed))
        try:
            with closing(Reader(service.url, self.facts["tokens"])) as reader:
                yield reader
        finally:
            service.stop()


class Reader:
    """Asks a service with the tokens that were minted when the day was recorded."""

    def __init__(self, url: str, tokens: dict[str, str]) -> None:
        self.url, self.tokens = url, tokens
        self._session = requests.Session()

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def ask(
        self, method: str, path: str, role: str | None, *, key: str | None = None, body: str | None = None
    ) -> requests.Response:
        """One request as that role, or as somebody without a token."""
        headers = {} if role is None else {"Authorization": f"Bearer {self.tokens[role]}"}
        if key is not None:
            headers["Idempotency-Key"] = key
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = body.encode()
        return self._session.request(method, self.url + path, headers=headers, data=data, timeout=SECONDS)

    def get(self, path: str, role: str | None) -> dict[str, Any]:
        """What is answered: ``status`` and the JSON ``answer``."""
        response = self.ask("GET", path, role)
        return {"role": role, "path": path, "status": response.status_code, "answer": response.json()}

    def feed(self, role: str, after: int, counter: int | None) -> list[dict[str, Any]]:
        """Every entry with a number after that one, until the first that is no row of the journal."""
        where = f"{self.url}/v1/events?after={after}" + (f"&counter={counter}" if counter else "")
        headers = {"Authorization": f"Bearer {self.tokens[role]}"}
        entries: list[dict[str, Any]] = []
        entry: dict[str, Any] = {}
        with requests.get(where, headers=headers, stream=True, timeout=SECONDS) as response:
            assert response.status_code == 200, response.text
            for line in response.iter_lines(chunk_size=None):
                text = line.decode()
                if not text and entry:
                    if "id" not in entry:
                        break
                    entries.append(entry)
                    entry = {}
                name, _, value = text.partition(": ")
                if name:
                    entry[name] = json.loads(value) if name == "data" else value
        assert entry["event"] == "QueuesChanged", entry
        return entries


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def report_of(visits: dict[str, Any], branch: dict[str, Any]) -> dict[str, Any]:
    """The figures of a day's report, as JSON, from what GET /v1/visits and /v1/branch have answered."""
    figures = _figures(visits, branch)
    return dict(json.loads(json.dumps(asdict(figures), default=str)))


def page_of(visits: dict[str, Any], branch: dict[str, Any], language: str) -> str:
    """The page of a day's report, without the fonts that are in it."""
    figures = _figures(visits, branch)
    page = report_html(figures, words_for(BranchInfo.from_json(branch), language))
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,", page)


def _figures(visits: dict[str, Any], branch: dict[str, Any]) -> DayFigures:
    return day_figures(
        visits["visits"],
        BranchInfo.from_json(branch),
        visits["cases"],
        visits["appointments"],
        visits.get("announcements"),
    )


def rows_of(data: Path) -> tuple[int, set[str]]:
    """How many rows a journal has, and which types of events are among them."""
    with closing(sqlite3.connect(data / "journal.db")) as connection:
        rows = connection.execute("SELECT type FROM events").fetchall()
    return len(rows), {kind for (kind,) in rows}


def every_recorded() -> list[Recorded]:
    """All that have been recorded."""
    return [Recorded(path.parent) for path in sorted(FOLDER.glob("*/facts.json"))]
