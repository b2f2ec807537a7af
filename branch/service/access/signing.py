"""The branch's key for the QR codes of appointments: made once, in the data folder, for its owner only."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from branch.service.journal.branch_traces import KEY_FILE as KEY_FILE
from branch.service.journal.storage_errors import StorageDamaged, storage_errors


class SigningKey:
    """Signs; ``public`` is what everybody may have.

    Raises StorageDamaged for a file that holds no key: a new one would refuse all codes that are out,
    so that is for a person to decide. Raises StorageError when the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / KEY_FILE
        with storage_errors(path):
            if not path.exists():
                _make(path)
            text = path.read_bytes()
        try:
            key = serialization.load_pem_private_key(text, None)
        except ValueError as error:
            raise StorageDamaged(f"{path}: holds no key") from error
        if not isinstance(key, Ed25519PrivateKey):
            raise StorageDamaged(f"{path}: holds another kind of key")
        self.private = key
        self.public = key.public_key().public_bytes_raw()


def read_key(folder: Path) -> str | None:
    """The key of a data folder as it stands there, for a backup; None where the folder has none yet."""
    path = folder / KEY_FILE
    with storage_errors(path):
        return path.read_text(encoding="ascii") if path.exists() else None


def put_key(folder: Path, text: str) -> None:
    """Put the key of a backup into a data folder. Another one that is there is kept beside it: codes that it
    has signed may be out."""
    path = folder / KEY_FILE
    with storage_errors(path):
        if path.exists():
            if path.read_text(encoding="ascii") == text:
                return
            path.replace(path.with_name(f"{path.name}.before"))
        write_private(path, text.encode("ascii"))


def _make(path: Path) -> None:
    write_private(
        path,
        Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    )


def write_private(path: Path, text: bytes) -> None:
    """Write a file for its owner alone, and whole or not at all: a power cut must not leave half a key."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
