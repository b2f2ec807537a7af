"""A service from its start to its end: what it takes, what it refuses, how it says that it is not well."""

from __future__ import annotations

import http.client
import logging
import os
import socket
import stat
import threading
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from branch.domain.counters.counter import OpenCounter
from branch.service.bootstrap import Service, make_service
from branch.service.config.branch_config import parse
from branch.service.http.http_server import PortInUse
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageBusy, StorageFull, StorageNewer
from tests.harness.branch import RunningService, running_service, sample_config, sample_toml
from tests.harness.clocks import HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker, is_problem
from tests.service.insides import hanging
from tests.service.listening import Feed


def start(folder: Path, port: int = 0) -> Service:
    return make_service(
        sample_config(), folder, host="127.0.0.1", port=port, clock=HandClock(), announce=False
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by the folder above")
def test_the_data_folder_is_its_owners_alone(running: RunningService, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o750)
    SqliteJournal.open(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=rf"^cannot listen on 127\.0\.0\.1:{port}: "):
            start(tmp_path, port)
    # Nothing is left behind: the folder can be had at once.
    SqliteJournal.open(tmp_path).close()


def test_a_folder_that_is_taken(running: RunningService, tmp_path: Path) -> None:
    with pytest.raises(StorageBusy, match="another service uses this data folder"):
        start(tmp_path / "data")


def test_a_journal_that_cannot_be_folded(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The program must end as one that has failed, and let go of the folder."""
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([Draft("2026-11-21", 0, "DayClosed", '{"day":"2026-11-21"}')])
    service = start(tmp_path)
    with caplog.at_level(logging.ERROR), pytest.raises(ValueError, match="does not begin with DayOpened"):
        service.run()
    SqliteJournal.open(tmp_path).close()


def test_a_journal_of_a_newer_version(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal:
        journal.append([Draft("2026-11-21", 0, "FromTheFuture", "{}")])
    with pytest.raises(StorageNewer, match=r"written by a newer version.*'FromTheFuture'"):
        start(tmp_path)
    SqliteJournal.open(tmp_path).close()


def test_answers_do_not_wait_for_more_bytes(asker: Asker) -> None:
    """Without TCP_NODELAY on our side each answer on a kept connection takes 40 ms."""
    connection = http.client.HTTPConnection(urlsplit(asker.running.url).netloc, timeout=5)
    took = []
    for _ in range(30):
        began = time.monotonic()
        connection.request("GET", "/v1/health")
        connection.getresponse().read()
        took.append(time.monotonic() - began)
    connection.close()
    assert sorted(took)[15] < 0.03


def test_a_service_whose_writer_has_failed(asker: Asker, caplog: pytest.LogCaptureFixture) -> None:
    def breaks(_: object) -> None:
        raise ZeroDivisionError

    asker.issue()
    service = asker.running.service
    with Feed(asker.running) as feed, caplog.at_level(logging.ERROR):
        service.committed.hear(breaks)
        is_problem(asker.post("/v1/tickets", {"service": "A"}, role="kiosk"), 503, "internal")
        until(lambda: not service.writer.alive)  # it answers with its last breath
        for path in ("/v1/health", "/v1/snapshot"):
            is_problem(asker.get(path), 503, "internal")
        is_problem(asker.post("/v1/tickets", {"service": "A"}, key="k", role="kiosk"), 503, "internal")
        assert not feed.ended.is_set()
        asker.running.stop()
    asker.running.start()
    # What was on disk by then is not lost, although nobody was told.
    assert asker.issue()["number"] == "A003"


def test_a_service_whose_writer_hangs(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("branch.service.http.lan.reading_routes._HEALTHY_S", 0.1)
    journal = asker.running.service.journal
    with hanging(journal):
        writer = asker.running.service.writer
        with Feed(asker.running):
            writer.submit(
                OpenCounter(1, "0312"),
                lambda *_: (200, b""),
                lambda _: (409, b""),
                lambda _: None,
                lambda _: None,
            )
            is_problem(asker.get("/v1/health", role=None), 503, "internal")
    until(lambda: asker.get("/v1/health", role=None).status_code == 200)


def test_a_full_disk_is_told(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    journal = asker.running.service.journal
    asker.issue()

    def refuse(*_: object) -> None:
        raise StorageFull("journal.db: the disk is full (SQLITE_FULL)")

    with caplog.at_level(logging.ERROR), monkeypatch.context() as full, Feed(asker.running) as feed:
        full.setattr(journal, "append", refuse)
        for _ in range(3):
            is_problem(asker.post("/v1/tickets", {"service": "A"}, key="again"), 507, "storage-full")
        assert asker.get("/v1/visits", role="manager").json()["visits"][-1]["number"] == "A001"
        full.undo()
        assert asker.answer("/v1/tickets", {"service": "A"}, key="again")["number"] == "A002"
        feed.wait_for(lambda: feed.ids() == [4])
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.expects_log("WARNING branch.service.bootstrap: (service C|counter 2|counters of) ")
def test_a_branch_that_has_been_changed_over_lunch(tmp_path: Path) -> None:
    """People wait for a service and sit at a counter that branch.toml no longer has."""
    with running_service(tmp_path) as running, closing(Asker(running)) as asker:
        asker.issue("C")
        asker.issue("A")
        asker.open(2, "0288")
        held = asker.at(2, "next")
    text = sample_toml()
    text = text.replace('id = "C"\nprefix = "C"', 'id = "D"\nprefix = "D"').replace('"B", "C"', '"B", "D"')
    text = text.replace("number = 2", "number = 7")
    with running_service(tmp_path, parse(text)) as running, closing(Asker(running)) as asker:
        hall = asker.snapshot(counter=7)["hall"]
        assert {service["id"] for service in hall["services"]} == {"A", "B", "C", "D", "V"}
        assert asker.get(f"/v1/tickets/{held['id']}").json()["status"] == "called"
        assert asker.issue("D")["number"] == "D001"
        with Feed(running, "manager", "?after=0") as feed:
            feed.wait_for(lambda: len(feed.rows()) >= 6)
        assert asker.get("/v1/visits", role="manager").status_code == 200
        is_problem(asker.post("/v1/tickets", {"service": "C"}, role="kiosk"), 404, "unknown-service")


def test_stopping_is_quick(asker: Asker) -> None:
    asker.issue()
    began = time.monotonic()
    asker.running.stop()
    assert time.monotonic() - began < 2.0


def test_who_comes_while_it_leaves_is_seen_off(tmp_path: Path) -> None:
    """A client that connects at once when its line has ended must keep nobody waiting, nor the loop open."""
    come: list[socket.socket] = []
    with running_service(tmp_path / "data") as running, ExitStack() as stack:
        address = urlsplit(running.url)

        def connect() -> None:
            with suppress(OSError):  # nobody listens any more
                while len(come) < 2_000:
                    new = socket.create_connection((address.hostname, address.port), timeout=1)
                    come.append(stack.enter_context(new))

        crowd = threading.Thread(target=connect)
        crowd.start()
        until(lambda: len(come) > 20)
        running.stop()
        crowd.join()
