"""Appends to the journal of a folder for ever; prints each sequence number once it is acknowledged."""

import sys
from itertools import count
from pathlib import Path

from branch.service.journal.journal_port import Answer, Draft
from branch.service.journal.sqlite_journal import SqliteJournal


def main(folder: Path) -> None:
    """Run until killed."""
    journal = SqliteJournal.open(folder)
    for _ in count():
        seq = journal.last_seq() + 1
        drafts = [Draft("2026-11-21", seq + n, "tick", f'{{"n":{seq + n}}}') for n in range(seq % 3 + 1)]
        rows = journal.append(drafts, [Answer(f"key {seq}", b"f", 200, b"{}", seq)])
        print(rows[-1].seq, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
