"""A copy of a kiosk's settings gives none of the numbers that were set aside for the kiosk itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from branch.contract.answers.paper_answers import NumberBlock
from kiosk.offline.offline_store import OfflineStore
from kiosk.offline.store_place import StorePlace, network_cards

DAY = "2026-11-21"
COPIED = ".*is a copy.*"


def block(first: int = 950) -> NumberBlock:
    return {"id": "b", "day": DAY, "service": "A", "numbers": {f"A{n}": n for n in range(first, first + 10)}}


@contextmanager
def opened(path: Path, *cards: str) -> Iterator[OfflineStore]:
    store = OfflineStore(path, lambda file: StorePlace(file.stat().st_ino, frozenset(cards)))
    try:
        yield store
    finally:
        store.close()


def numbers(store: OfflineStore) -> list[str]:
    given = iter(lambda: store.give(DAY, "A", 0), None)
    return [ticket.number for ticket in given]


def copy(folder: Path) -> Path:
    copied = folder.with_name(f"copy of {folder.name}")
    shutil.copytree(folder, copied)
    return copied / "kiosk.sqlite"


@pytest.mark.expects_log(COPIED)
def test_a_copied_folder_gives_no_number_of_the_kiosk(tmp_path: Path) -> None:
    path = tmp_path / "own" / "kiosk.sqlite"
    with opened(path) as store:
        store.put(block())
        holder = store.holder
    with opened(copy(path.parent)) as twin, opened(path) as store:
        assert twin.left(DAY) == {}
        assert numbers(twin) == []
        assert twin.holder != holder == store.holder
        assert numbers(store) == [f"A{n}" for n in range(950, 960)]
        twin.put(block(900))
        assert numbers(twin) == [f"A{n}" for n in range(900, 910)]
    with opened(copy(path.parent.rename(tmp_path / "moved"))) as another:
        assert another.holder not in (holder, twin.holder)


@pytest.mark.expects_log(COPIED)
def test_a_cloned_disk_is_another_machine(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite"
    with opened(path, "aa", "bb") as store:
        store.put(block())
        holder = store.holder
    with opened(path, "bb", "cc") as store:  # one card was changed
        assert (store.holder, store.left(DAY)) == (holder, {"A": 10})
    with opened(path) as store:  # no card is there yet
        assert (store.holder, store.left(DAY)) == (holder, {"A": 10})
    with opened(path, "dd") as clone:
        assert clone.holder != holder
        assert clone.left(DAY) == {}


@pytest.mark.expects_log(COPIED)
def test_tickets_that_were_given_are_handed_in_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "own" / "kiosk.sqlite"
    with opened(path) as store:
        store.put(block())
        given = store.give(DAY, "A", 0)
    with opened(copy(path.parent)) as twin:
        assert twin.kept() == [given]


def test_a_number_that_was_given_is_not_given_again_whatever_its_block_is_called(tmp_path: Path) -> None:
    with opened(tmp_path / "kiosk.sqlite") as store:
        store.put(block())
        assert store.give(DAY, "A", 0) is not None
        store.put({**block(), "id": "b.with a seal"})
        assert numbers(store) == [f"A{n}" for n in range(951, 960)]


def test_what_is_no_card_does_not_count(tmp_path: Path) -> None:
    for name, built_in in (("eth0", True), ("docker0", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "address").write_text(f"address of {name}\n", encoding="ascii")
        if built_in:
            (tmp_path / name / "device").mkdir()
    assert network_cards(tmp_path) == {"address of eth0"}
    assert isinstance(network_cards(tmp_path / "nothing"), frozenset)
