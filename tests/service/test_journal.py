"""What every journal does, whatever it is kept in."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.service.journal.journal_port import Answer, Draft, Journal, MemoryJournal, Row
from branch.service.journal.sqlite_journal import SqliteJournal

DAY, NEXT_DAY = "2026-11-20", "2026-11-21"


def draft(number: int, day: str = DAY) -> Draft:
    return Draft(day, 1_700_000_000_000 + number, "ticket-issued", f'{{"number":"A{number:03}"}}')


def answer(key: str, at: int = 0) -> Answer:
    return Answer(key, b"\x00finger\xff", 201, b'{"id":"\xe9"}', at)


class JournalContract:
    """Run on each kind of journal by a subclass with a `journal` fixture."""

    def test_is_empty_when_new(self, journal: Journal) -> None:
        assert journal.last_seq() == 0
        assert journal.latest_day() is None
        assert journal.days() == []
        assert journal.read(0, 10) == []
        assert list(journal.read_day(DAY)) == []
        assert journal.answer("key") is None
        assert len(bytes.fromhex(journal.id)) == 16

    def test_numbers_rows_from_one_without_gaps(self, journal: Journal) -> None:
        rows = journal.append([draft(1), draft(2)]) + journal.append([draft(3)])
        assert [row.seq for row in rows] == [1, 2, 3]
        assert rows[0] == Row(1, DAY, draft(1).at, draft(1).type, draft(1).data)
        assert journal.last_seq() == 3
        assert journal.read(0, 10) == rows

    def test_reads_after_a_number_up_to_a_limit(self, journal: Journal) -> None:
        rows = journal.append([draft(n) for n in range(5)])
        assert journal.read(1, 2) == rows[1:3]
        assert journal.read(4, 2) == rows[4:]
        assert journal.read(5, 2) == []
        assert journal.read(99, 2) == []
        assert journal.read(0, 0) == []

    def test_reads_one_day_at_a_time(self, journal: Journal) -> None:
        old = journal.append([draft(1), draft(2)])
        both = journal.append([draft(3), draft(4, NEXT_DAY)])
        new = journal.append([draft(5, NEXT_DAY)])
        assert journal.days() == [DAY, NEXT_DAY]
        assert journal.latest_day() == NEXT_DAY
        assert list(journal.read_day(DAY)) == [*old, both[0]]
        assert list(journal.read_day(NEXT_DAY)) == [both[1], *new]
        assert list(journal.read_day("2026-11-19")) == []
        assert list(journal.read_day("2026-11-22")) == []

    def test_a_long_day_is_read_whole(self, journal: Journal) -> None:
        rows = journal.append([draft(n) for n in range(2500)])
        journal.append([draft(1, NEXT_DAY)])
        assert list(journal.read_day(DAY)) == rows

    @pytest.mark.parametrize("days", [[DAY], [NEXT_DAY, NEXT_DAY, DAY]])
    def test_days_never_go_backwards(self, journal: Journal, days: list[str]) -> None:
        journal.append([draft(1, NEXT_DAY)])
        with pytest.raises(ValueError, match="cannot follow"):
            journal.append([draft(2, day) for day in days], [answer("key")])
        self.check_nothing_but_row_one(journal)

    def test_keeps_answers(self, journal: Journal) -> None:
        journal.append([draft(1)], [answer("one"), answer("two")])
        assert journal.append([], [answer("a refusal")]) == []
        assert journal.answer("one") == answer("one")
        assert journal.answer("a refusal") == answer("a refusal")
        assert journal.answer("ONE") is None
        assert journal.last_seq() == 1

    @pytest.mark.parametrize("keys", [["taken"], ["new", "taken"], ["same", "same"]])
    def test_a_key_is_answered_once(self, journal: Journal, keys: list[str]) -> None:
        journal.append([draft(1, NEXT_DAY)], [answer("taken")])
        with pytest.raises(ValueError, match="answered already"):
            journal.append([draft(2, NEXT_DAY)], [answer(key) for key in keys])
        assert journal.answer("new") is None
        assert journal.answer("same") is None
        self.check_nothing_but_row_one(journal)

    def test_text_that_is_not_unicode_is_refused(self, journal: Journal) -> None:
        journal.append([draft(1, NEXT_DAY)])
        with pytest.raises(ValueError, match="surrogates"):
            journal.append([draft(2, NEXT_DAY), Draft(NEXT_DAY, 0, "t", "\ud800")], [answer("key")])
        self.check_nothing_but_row_one(journal)

    def check_nothing_but_row_one(self, journal: Journal) -> None:
        assert journal.last_seq() == 1
        assert journal.days() == [NEXT_DAY]
        assert len(journal.read(0, 10)) == 1
        assert journal.answer("key") is None
        assert journal.append([draft(2, NEXT_DAY)])[0].seq == 2

    def test_appending_nothing_is_nothing(self, journal: Journal) -> None:
        assert journal.append([]) == []
        assert journal.last_seq() == 0

    def test_forgets_old_answers_only(self, journal: Journal) -> None:
        journal.append([], [answer(f"key {n}", at=n) for n in range(2500)])
        assert journal.forget_answers(2400) == 2400
        assert journal.answer("key 2399") is None
        assert journal.answer("key 2400") == answer("key 2400", at=2400)
        assert journal.forget_answers(2400) == 0

    def test_threads_read_only_what_is_committed(self, journal: Journal) -> None:
        """Each append is two rows, so a reader must never see an odd number of them."""
        done = threading.Event()
        seen: list[int] = []

        def read() -> None:
            while not done.is_set():
                seen.append(len(journal.read(0, 1000)))

        readers = [threading.Thread(target=read) for _ in range(3)]
        for thread in readers:
            thread.start()
        try:
            for n in range(100):
                journal.append([draft(2 * n), draft(2 * n + 1)])
        finally:
            done.set()
            for thread in readers:
                thread.join()
        assert {count % 2 for count in seen} == {0}

    def test_threads_append_one_after_the_other(self, journal: Journal) -> None:
        def write() -> None:
            for n in range(20):
                journal.append([draft(n)])

        writers = [threading.Thread(target=write) for _ in range(4)]
        for thread in writers:
            thread.start()
        for thread in writers:
            thread.join()
        assert [row.seq for row in journal.read(0, 1000)] == list(range(1, 81))

    def test_may_be_closed_twice(self, journal: Journal) -> None:
        journal.close()
        journal.close()


class TestMemoryJournal(JournalContract):
    @pytest.fixture
    def journal(self) -> Iterator[Journal]:
        with closing(MemoryJournal()) as journal:
            yield journal


class TestSqliteJournal(JournalContract):
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Iterator[Journal]:
        with closing(SqliteJournal.open(tmp_path / "data")) as journal:
            yield journal


class TestSharedSqliteJournal(JournalContract):
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Iterator[Journal]:
        with closing(SqliteJournal.open(tmp_path / "data", exclusive=False)) as journal:
            yield journal


texts = st.text(max_size=20)
numbers = st.integers(-(2**63), 2**63 - 1)
drafts = st.builds(Draft, st.sampled_from([DAY, NEXT_DAY, "2026-11-22"]), numbers, texts, texts)
answers = st.builds(
    Answer, texts, st.binary(max_size=40), st.integers(100, 599), st.binary(max_size=40), numbers
)
steps = st.lists(st.tuples(st.lists(drafts, max_size=4), st.lists(answers, max_size=3)), max_size=8)


def outcome(journal: Journal, step: tuple[list[Draft], list[Answer]]) -> list[Row] | None:
    try:
        return journal.append(*step)
    except ValueError:
        return None


@given(steps)
@settings(max_examples=60, deadline=None)  # a deadline would time the disk
def test_both_journals_read_back_the_same(steps: list[tuple[list[Draft], list[Answer]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory = MemoryJournal()
        with closing(SqliteJournal.open(Path(folder))) as disk:
            for step in steps:
                assert outcome(memory, step) == outcome(disk, step)
        with closing(SqliteJournal.open(Path(folder))) as disk:
            assert disk.last_seq() == memory.last_seq()
            assert disk.latest_day() == memory.latest_day()
            assert disk.days() == memory.days()
            assert disk.read(0, 1000) == memory.read(0, 1000)
            for day in memory.days():
                assert list(disk.read_day(day)) == list(memory.read_day(day))
            for key in {answer.key for _, answers in steps for answer in answers}:
                assert disk.answer(key) == memory.answer(key)
