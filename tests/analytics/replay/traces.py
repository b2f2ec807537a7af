"""Small traces, made up so that every wait can be worked out by hand."""

from __future__ import annotations

import gzip
from pathlib import Path

from branch.analytics.replay.trace import COLUMNS

HEADER = ",".join(COLUMNS)

# One server. The first is served at once till 100; two wait behind, and one who has patience for a minute.
QUEUE = (
    "1,0,PS,unknown,0,100,served,S1",
    "1,10,PS,regular,90,100,served,S1",
    "1,20,PS,priority,180,50,served,S1",
    "1,30,PS,regular,60,,left,",
)

# One server, who is not ready for 30 seconds after each customer.
WRITING_UP = (
    "1,0,PS,unknown,0,100,served,S1",
    "1,10,PS,regular,120,100,served,S1",
    "1,20,PS,regular,240,40,served,S1",
)

# Two servers until one o'clock in the morning, then one.
SHIFT = (
    "1,3000,PS,regular,0,100,served,S1",
    "1,3000,PS,regular,0,100,served,S2",
    "1,3500,PS,regular,100,300,served,S1",
    "1,3590,PS,regular,100,20,served,S1",
    "1,3605,PS,regular,400,50,served,S1",
)


def written(folder: Path, *rows: str, header: str = HEADER, name: str = "made-up.csv") -> Path:
    """A file with that header and these rows, gzipped if its name says so."""
    path = folder / name
    text = "\n".join((header, *rows, ""))
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path
