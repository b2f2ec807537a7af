"""Killed twenty times in the middle of the rush, the service has lost, doubled and forgotten nothing."""

from __future__ import annotations

import json
import os
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from branch.service.journal.sqlite_journal import open_reader
from branch.service.maintenance import verify
from tests.harness.branch import PIN
from tests.service.stubborn import LONGEST_S, Child, Client

KILLS = 20


def issue(client: Client, service: str, done: threading.Event) -> None:
    while not done.is_set():
        client.ask("/v1/tickets", {"service": service})
        done.wait(0.005)


def serve(client: Client, number: int, staff: str, done: threading.Event) -> None:
    client.ask(f"/v1/counters/{number}/open", {"staff": staff, "pin": PIN})
    while not done.is_set():
        if client.ask(f"/v1/counters/{number}/next")["ticket"] is None:
            done.wait(0.02)
            continue
        client.ask(f"/v1/counters/{number}/start")
        client.ask(f"/v1/counters/{number}/finish")


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    with closing(Child(tmp_path / "data")) as child:
        yield child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has neither fork nor SIGKILL")
def test_twenty_kills(child: Child) -> None:
    chance = random.Random(2026)
    done = threading.Event()
    clients = [Client(child, f"client {n}") for n in range(6)]
    jobs = [(issue, client, service) for client, service in zip(clients, "ABCV", strict=False)]
    errors: list[BaseException] = []

    def run(job: Any, *arguments: Any) -> None:
        try:
            job(*arguments, done)
        except BaseException as error:  # noqa: BLE001 - raised again below
            errors.append(error)

    threads = [threading.Thread(target=run, args=job) for job in jobs]
    threads.append(threading.Thread(target=run, args=(serve, clients[4], 2, "0312")))
    threads.append(threading.Thread(target=run, args=(serve, clients[5], 4, "0288")))
    for thread in threads:
        thread.start()
    for number in range(KILLS):
        starting = number % 5 == 4
        child.run_and_kill(chance.uniform(0.0, 0.3 if starting else 0.5), while_starting=starting)
    with child.run() as last:
        done.set()
        for thread in threads:
            thread.join(LONGEST_S)
        try:
            assert errors == []
            answered_again(child, clients, chance)
        finally:
            last.terminate()
    assert last.returncode == 0
    for client in clients:
        client.close()
    nothing_is_lost_or_doubled(child.folder, clients)


def answered_again(child: Child, clients: list[Client], chance: random.Random) -> None:
    """Every key has the answer that it had, whichever life of the service gave it."""
    with closing(Client(child, "again")) as again:
        for client in clients:
            keys = list(client.answers)
            for key in chance.sample(keys, min(len(keys), 150)):
                path, body, status, answer = client.answers[key]
                assert again.answered(path, body, key) == (status, answer)


def nothing_is_lost_or_doubled(folder: Path, clients: list[Client]) -> None:
    report = verify(folder)
    assert report.ok, report.first_bad
    with closing(open_reader(folder)) as reader:
        rows = reader.read(0, report.rows + 1)
    events = [(row.type, json.loads(row.data)) for row in rows]
    issued = Counter(data["ticket"] for type_, data in events if type_ == "TicketIssued")
    numbers = Counter(data["number"] for type_, data in events if type_ == "TicketIssued")
    assert max(issued.values()) == max(numbers.values()) == 1
    for prefix in "ABCV":
        given = sorted(number for number in numbers if number.startswith(prefix))
        assert given == [f"{prefix}{n:03}" for n in range(1, len(given) + 1)], "no number is left out"
    acknowledged = [
        (json.loads(answer)["id"], json.loads(answer)["number"])
        for client in clients[:4]
        for _, _, _, answer in client.answers.values()
    ]
    assert len(acknowledged) == len(set(acknowledged)) == len(issued), "issued and acknowledged are the same"
    assert {ticket for ticket, _ in acknowledged} == set(issued)
    for type_ in ("TicketCalled", "ServingStarted", "ServingFinished"):
        times = Counter(data["ticket"] for event, data in events if event == type_)
        assert max(times.values()) == 1, type_
    finished = {
        json.loads(answer)["ticket"]["id"]
        for client in clients[4:]
        for path, _, _, answer in client.answers.values()
        if path.endswith("/finish")
    }
    assert finished == {data["ticket"] for type_, data in events if type_ == "ServingFinished"}
    assert [row.seq for row in rows] == list(range(1, report.rows + 1))
    assert [row.at for row in rows] == sorted(row.at for row in rows), "time never ran backwards"
