"""Small JSON files in which an app remembers something between two starts, each read and written as one type.

    PLACE = LocalStore("counter-place.json", CounterPlace, CounterPlace)
    place = PLACE.read()                  # the default for a file that is missing or damaged
    PLACE.keep(CounterPlace(3))           # False, and one line in the log, if the disk does not take it

A file changes at once and whole or not at all, outlasts a power cut, and only its owner may read it.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import platformdirs

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FOLDER_VARIABLE = "BRANCHLINE_CONFIG_DIR"

T = TypeVar("T")
_log = logging.getLogger(__name__)


def config_folder() -> Path:
    """Where apps keep their settings: $BRANCHLINE_CONFIG_DIR, or the user's own place for it."""
    given = os.environ.get(FOLDER_VARIABLE)
    return Path(given) if given else Path(platformdirs.user_config_dir("branchline", appauthor=False))


class LocalStore(Generic[T]):
    """One file of the settings folder, which is looked up anew for each use."""

    def __init__(self, name: str, kind: type[T], default: Callable[[], T]) -> None:
        """``kind`` is what pydantic can tell from JSON: a dataclass, ``dict[str, str]`` and the like.

        ``default`` makes what stands for a file that is missing or damaged.
        """
        self.name, self._kind, self._default = name, kind, default

    @property
    def path(self) -> Path:
        """Where the file is now, if there is one."""
        return config_folder() / self.name

    def read(self) -> T:
        """What the file holds. A damaged or foreign one is said in one line of the log, and left where it is
        until something else is written."""
        try:
            content = self.path.read_bytes()
            return self._type.validate_json(content)
        except FileNotFoundError:
            return self._default()
        except (OSError, ValueError) as error:
            _log.warning("%s is not usable: %s", self.path, _in_one_line(error))
            return self._default()

    def write(self, value: T) -> None:
        """Have the file hold ``value``; raises OSError, and then the file is as it was."""
        path = self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, json.dumps(self._type.dump_python(value, mode="json"), indent=2) + "\n")

    def keep(self, value: T) -> bool:
        """Write ``value`` if that is possible, and say in one line of the log if it is not."""
        try:
            self.write(value)
        except OSError as error:
            _log.info("%s could not be written: %s", self.path, error)
            return False
        return True

    def remove(self) -> None:
        """Have no file any more; raises OSError."""
        path = self.path
        if path.exists():
            path.unlink(missing_ok=True)
            _sync_folder(path.parent)

    @cached_property
    def _type(self) -> TypeAdapter[T]:
        from pydantic import TypeAdapter  # when there is something to read or to keep: it takes long

        return TypeAdapter(self._kind)


def _in_one_line(error: OSError | ValueError) -> str:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


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
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Have a new name, or that one is gone, outlast a power cut too; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
