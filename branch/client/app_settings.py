"""What an app remembers between two starts: small JSON files, and in one of them its service.

Of the service it is the last address and token that were good.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

FOLDER_VARIABLE = "BRANCHLINE_CONFIG_DIR"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last good address, and the token that went with it. Empty texts where there is none."""

    url: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return f"Remembered(url={self.url!r})"  # a token is a secret, and logs are read by many


def config_folder() -> Path:
    """Where apps keep their settings: $BRANCHLINE_CONFIG_DIR, or the user's own place for it."""
    given = os.environ.get(FOLDER_VARIABLE)
    return Path(given) if given else Path(platformdirs.user_config_dir("branchline", appauthor=False))


def read_json(name: str) -> Any:
    """What the file of that name in the settings folder holds.

    Raises FileNotFoundError when there is none, another OSError or ValueError when it cannot be read.
    """
    return json.loads((config_folder() / name).read_text(encoding="utf-8"))


def write_json(name: str, data: object) -> None:
    """Have that file hold ``data``: it changes at once and whole, or not at all, and outlasts a power cut.

    Only its owner may read it. Raises OSError.
    """
    path = config_folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, json.dumps(data, indent=2) + "\n")


def recall(app: str) -> Remembered:
    """What ``app`` remembers. A file that is missing or damaged counts as nothing remembered."""
    try:
        data = read_json(_name(app))
        url, token = data["url"], data["token"]
    except FileNotFoundError:
        return Remembered()
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.info("%s is not usable: %s", config_folder() / _name(app), error)
        return Remembered()
    return Remembered(url, token) if isinstance(url, str) and isinstance(token, str) else Remembered()


def remember(app: str, url: str, token: str) -> bool:
    """Keep the address and token for the next start: once the feed is live, they are known to be good.

    Returns whether they could be kept: an app whose folder is read-only still works.
    """
    if recall(app) == Remembered(url, token):
        return True
    try:
        write_json(_name(app), {"url": url, "token": token})
    except OSError as error:
        _log.info("%s could not be written: %s", config_folder() / _name(app), error)
        return False
    return True


def forget(app: str) -> None:
    """Remember nothing for ``app``; raises OSError when the file cannot be removed."""
    (config_folder() / _name(app)).unlink(missing_ok=True)


def _name(app: str) -> str:
    return f"{app}.json"


def _write(path: Path, text: str) -> None:
    # mkstemp makes files that only their owner may read; a rename within a folder is all or nothing.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
