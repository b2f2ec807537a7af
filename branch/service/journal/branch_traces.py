"""Whether there was a branch in a data folder: where its journal is gone, nothing is begun anew by itself."""

from __future__ import annotations

from pathlib import Path

from branch.service.journal.storage_errors import StorageMissing

KEY_FILE = "appointments.key"
"""The key of the appointments' QR codes, made when a service first starts (see `access.signing`)."""

_NAMES = (KEY_FILE, f"{KEY_FILE}.before", "service.log", "backups")
_PATTERNS = ("*.db", "*.db-wal", "service.log.*")


def traces(journal: Path) -> list[str]:
    """What else lies in the folder of that journal and says that a service has run there."""
    folder = journal.parent
    found = {path.name for pattern in _PATTERNS for path in folder.glob(pattern)}
    found |= {name for name in _NAMES if (folder / name).exists()}
    return sorted(found - {journal.name}, key=lambda name: (name not in _NAMES, name))


def refuse_if_lost(journal: Path) -> None:
    """Raise StorageMissing for a journal that is not there, or empty, where a branch was: numbers would begin
    again, and no device would be let in."""
    left = traces(journal)
    if not left:
        return
    state = "is empty" if journal.exists() else "is missing"
    raise StorageMissing(
        f"{journal}: {state}, but a branch was here ({left[0]} is there): restore a backup "
        f"(branchline restore FILE --data {journal.parent} --force), or begin anew with nothing "
        "(branchline serve --begin-anew, once)"
    )
