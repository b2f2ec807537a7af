"""The hash chain of the journal: each row's hash covers the row and the hash of the row before it.

    genesis = sha256(id of the journal when it was created)
    hash    = sha256(previous hash | seq | at | len(day) | len(type) | len(data) | day | type | data)

The numbers are big-endian with fixed widths (seq and at: 8 bytes signed; lengths in bytes: 4 unsigned), the
texts are UTF-8. The lengths stand before the texts, so no two different rows give the same bytes.

The chain finds accidents and careless edits. Who can rewrite the whole file can also rewrite the whole chain,
unless the newest hash is also kept elsewhere; `maintenance.verify` reports it for that purpose.
"""

from __future__ import annotations

import struct
from hashlib import sha256

_HEAD = struct.Struct(">qqIII")


def genesis(journal_id: str) -> bytes:
    """The hash that stands before the first row of the journal created as `journal_id`."""
    return sha256(journal_id.encode()).digest()


# The parameters are the columns of one row; an object for them would cost more than the hash itself.
def link(previous: bytes, seq: int, at: int, day: bytes, type_: bytes, data: bytes) -> bytes:
    """The hash (32 bytes) of a row with these fields (texts in UTF-8, `at` in ms) after `previous`."""
    head = _HEAD.pack(seq, at, len(day), len(type_), len(data))
    return sha256(b"".join((previous, head, day, type_, data))).digest()
