"""Tokens are minted, found, listed and taken back, also beside a running service."""

from __future__ import annotations

import secrets
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from branch.contract.basics import ROLES
from branch.service.access.device_tokens import BELIEVED, DeviceTokens, NameInUseError, TokenInfo
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageNewer
from tests.harness.branch import running_service
from tests.harness.waiting import PATIENCE_S
from tests.service.insides import tokens_sqlite_of
from tests.service.listening import Feed
from tests.service.test_journal import draft


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[DeviceTokens]:
    with closing(DeviceTokens(tmp_path, clock=clock)) as store:
        yield store


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_minted_token_is_found(store: DeviceTokens, role: str) -> None:
    token = store.mint(role, "Schalter 1")
    assert len(token) == 32
    assert store.find(token) == TokenInfo(role, "Schalter 1")
    assert store.list() == (TokenInfo(role, "Schalter 1"),)


@pytest.mark.parametrize("token", ["", "unknown", "\ud800", "x" * 10_000])
def test_an_unknown_token_is_not_found(store: DeviceTokens, token: str) -> None:
    store.mint("kiosk", "door")
    assert store.find(token) is None


@pytest.mark.parametrize(("role", "name"), [("admin", "a"), ("Kiosk", "a"), ("", "a"), ("kiosk", " ")])
def test_an_unknown_role_or_an_empty_name_is_refused(store: DeviceTokens, role: str, name: str) -> None:
    with pytest.raises(ValueError, match=r"unknown role|needs a name"):
        store.mint(role, name)
    assert store.list() == ()


def test_the_token_itself_is_nowhere_on_disk(store: DeviceTokens, tmp_path: Path) -> None:
    token = store.mint("manager", "office").encode()
    assert all(token not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_revoked_token_is_gone_at_once_here(store: DeviceTokens) -> None:
    tokens = [store.mint("counter", "old"), store.mint("kiosk", "old"), store.mint("counter", "new")]
    assert all(store.find(token) for token in tokens)
    assert store.revoke("old") == 2
    assert [store.find(token) is not None for token in tokens] == [False, False, True]
    assert store.revoke("old") == 0


def test_another_programs_changes_are_noticed(store: DeviceTokens, tmp_path: Path, clock: Clock) -> None:
    with closing(DeviceTokens(tmp_path)) as command:
        token = command.mint("display", "hall")
        assert store.find(token) == TokenInfo("display", "hall")
        command.revoke("hall")
    assert BELIEVED <= 3
    clock.now += BELIEVED
    assert store.find(token) is None


def test_a_found_token_is_believed_for_a_while(store: DeviceTokens, clock: Clock) -> None:
    token = store.mint("kiosk", "door")
    assert store.find(token) is not None
    asked: list[str] = []
    tokens_sqlite_of(store).set_trace_callback(asked.append)
    clock.now += BELIEVED / 2
    assert store.find(token) is not None
    assert asked == []
    clock.now += BELIEVED / 2
    assert store.find(token) is not None
    assert len(asked) == 1


def test_minting_in_another_process_beside_a_running_service(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from branch.service.access.device_tokens import DeviceTokens\n"
        "print(DeviceTokens(Path(sys.argv[1])).mint('integration', 'erp'))"
    )
    with closing(SqliteJournal.open(tmp_path)) as journal, closing(DeviceTokens(tmp_path)) as store:
        journal.append([draft(1)])
        command = [sys.executable, "-c", code, str(tmp_path)]
        child = subprocess.run(command, capture_output=True, text=True, check=True)
        assert store.find(child.stdout.strip()) == TokenInfo("integration", "erp")
        assert journal.append([draft(2)])[0].seq == 2


def test_many_mint_into_a_new_folder_at_once(tmp_path: Path) -> None:
    def mint(name: str) -> None:
        with closing(DeviceTokens(tmp_path / "new")) as store:
            minted.append(store.mint("kiosk", name))

    minted: list[str] = []
    threads = [threading.Thread(target=mint, args=[f"door {n}"]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(DeviceTokens(tmp_path / "new")) as store:
        assert len({token for token in minted if store.find(token)}) == 8


def test_storage_errors_come_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(DeviceTokens(tmp_path)) as store:
        token = store.mint("kiosk", "door")
        monkeypatch.setattr("branch.service.journal.migrations.MIGRATIONS", ())
        with pytest.raises(StorageNewer):
            store.mint("kiosk", "door")
        assert store.find(token) is not None
        store.close()


def test_no_token_looks_like_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(["-abc", "--x", "abc"])
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: next(made))
    store = DeviceTokens(tmp_path)
    assert store.mint("kiosk", "hall") == "abc"
    store.close()


def test_a_name_is_one_machines(store: DeviceTokens) -> None:
    first = store.mint("kiosk", "door")
    with pytest.raises(NameInUseError, match="there is a kiosk token 'door'"):
        store.mint("kiosk", "door")
    assert store.find(first) is not None
    store.mint("counter", "door")  # of another role it is another's
    second = store.mint("kiosk", "door", replace=True)
    assert store.find(first) is None, "taken back in the same instant"
    assert store.find(second) == TokenInfo("kiosk", "door")


def test_of_many_who_want_one_name_one_gets_it(tmp_path: Path) -> None:
    def mint() -> None:
        with closing(DeviceTokens(tmp_path)) as store, suppress(NameInUseError):
            minted.append(store.mint("kiosk", "door"))

    minted: list[str] = []
    threads = [threading.Thread(target=mint) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(minted) == 1


def test_a_token_ends_when_its_time_is_over(tmp_path: Path, clock: Clock) -> None:
    wall = Clock()
    with closing(DeviceTokens(tmp_path, clock=clock, wall=wall)) as store:
        token, lasting = store.mint("integration", "erp", lasts_s=60), store.mint("kiosk", "door")
        assert store.find(token) == TokenInfo("integration", "erp", 1_060_000)
        wall.now += 59
        assert store.find(token) is not None
        wall.now, clock.now = wall.now + 1, clock.now + BELIEVED
        assert store.find(token) is None
        assert store.find(lasting) is not None
        assert [store.is_over(info) for info in store.list()] == [True, False]
        wall.now -= 30  # a clock that was wrong and is right again
        assert store.find(token) is not None


def test_the_name_of_one_that_is_over_is_free(tmp_path: Path) -> None:
    wall = Clock()
    with closing(DeviceTokens(tmp_path, wall=wall)) as store:
        store.mint("kiosk", "door", lasts_s=1)
        wall.now += 1
        store.mint("kiosk", "door")
        assert store.list() == (TokenInfo("kiosk", "door"),)


def test_an_open_feed_ends_with_its_tokens_time(tmp_path: Path) -> None:
    with running_service(tmp_path, heartbeat=0.1) as running:
        with closing(DeviceTokens(tmp_path)) as store:
            running.tokens["display"] = store.mint("display", "short", lasts_s=1)
        with Feed(running, "display") as feed:
            assert feed.ended.wait(PATIENCE_S)


def test_an_older_program_reads_the_file(store: DeviceTokens, tmp_path: Path) -> None:
    """What it asks for is where it was, and the schema is the one it knows."""
    store.mint("kiosk", "door", lasts_s=60)
    with closing(sqlite3.connect(tmp_path / "journal.db")) as connection:
        assert connection.execute("SELECT role, name FROM tokens").fetchall() == [("kiosk", "door")]


def test_an_open_feed_ends_when_its_token_is_taken_back(tmp_path: Path) -> None:
    with (
        running_service(tmp_path, heartbeat=0.1) as running,
        Feed(running, "display") as feed,
        Feed(running, "manager") as other,
    ):
        with closing(DeviceTokens(tmp_path)) as store:
            assert store.revoke("test display", "display") == 1
        assert feed.ended.wait(PATIENCE_S)
        assert not other.ended.is_set()
