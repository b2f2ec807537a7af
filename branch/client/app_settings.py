"""The service that an app found the last time: its address and token, kept between two starts."""

from __future__ import annotations

from dataclasses import dataclass

from branch.client.local_store import LocalStore


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last good address, and the token that went with it. Empty texts where there is none."""

    url: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return f"Remembered(url={self.url!r})"  # a token is a secret, and logs are read by many


def recall(app: str) -> Remembered:
    """What ``app`` remembers. A file that is missing or damaged counts as nothing remembered."""
    return _store(app).read()


def remember(app: str, url: str, token: str) -> bool:
    """Keep the address and token for the next start: once the feed is live, they are known to be good.

    Returns whether they could be kept: an app whose folder is read-only still works.
    """
    new = Remembered(url, token)
    return recall(app) == new or _store(app).keep(new)


def forget(app: str) -> None:
    """Remember nothing for ``app``; raises OSError when the file cannot be removed."""
    _store(app).remove()


def _store(app: str) -> LocalStore[Remembered]:
    return LocalStore(f"{app}.json", Remembered, Remembered)
