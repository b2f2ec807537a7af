"""Which service an app belongs to, when it has been told and when it has not, and what it remembers of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from branch.client.calls.service_api import Api
from branch.client.certificates import is_secure
from branch.client.joining.known_service import meet
from branch.client.local_store import LocalStore
from branch.client.responses import ServiceError, base_url
from branch.contract.refusals import Refusal

if TYPE_CHECKING:
    from branch.client.joining.discovery import FoundService


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last good address, the token that went with it, and the key of the service that takes it. Empty
    texts where there is none."""

    url: str = ""
    token: str = ""
    key: str = ""

    def __repr__(self) -> str:
        return f"Remembered(url={self.url!r})"  # a token is a secret, and logs are read by many


def recall(app: str) -> Remembered:
    """What ``app`` remembers. A file that is missing or damaged counts as nothing remembered."""
    return _store(app).read()


def remember(app: str, url: str, token: str, key: str = "") -> bool:
    """Keep the address and token for the next start, once they are known to be good, and the service's key.

    Without ``key`` the one that is known of this token's service stays. Returns whether they could be kept:
    an app whose folder is read-only still works.
    """
    known = recall(app)
    new = Remembered(url, token, key or (known.key if known.token == token else ""))
    return known == new or _store(app).keep(new)


def forget(app: str) -> None:
    """Remember nothing for ``app``; raises OSError when the file cannot be removed."""
    _store(app).remove()


def _store(app: str) -> LocalStore[Remembered]:
    return LocalStore(f"{app}.json", Remembered, Remembered)


URL_VARIABLE = "BRANCHLINE_SERVICE"
TOKEN_VARIABLE = "BRANCHLINE_TOKEN"  # noqa: S105 - the name of a variable

ROUND_S = 3.0
"""Seconds to listen on the LAN before the remembered address is asked again."""

_PAUSE_S = 1.0
_ASK_S = (1.0, 1.5)

Search = Callable[[float, threading.Event], "list[FoundService]"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the service is, our token there (empty: none yet), how we know the address, and the key that it
    must have (empty: none is known yet)."""

    url: str
    token: str
    source: Literal["given", "environment", "remembered", "found"]
    key: str = ""

    def __repr__(self) -> str:
        return f"Endpoint(url={self.url!r}, source={self.source!r})"  # a token is a secret


@dataclass(frozen=True, slots=True)
class Waiting:
    """What `locate` is waiting for.

    ``code``: "asking" (the remembered address, which is in ``names``), "searching" (nobody has answered on
    the LAN) or "several" (more than one branch has, by ``names``: somebody has to give us the address).
    """

    code: Literal["asking", "searching", "several"]
    names: tuple[str, ...] = ()


def locate(
    app: str,
    url: str | None = None,
    token: str | None = None,
    *,
    stop: threading.Event,
    on_wait: Callable[[Waiting], None],
    search: Search | None = None,
) -> Endpoint | None:
    """Where the service of ``app`` is, as soon as it is known; None when ``stop`` was set first.

    An address that was given, here or by $BRANCHLINE_SERVICE, is taken as it is. Otherwise the remembered
    one is asked and the LAN is searched, again and again, until one service answers. ``on_wait`` is told
    once per change what is missing, in the calling thread. The token is ``token``, $BRANCHLINE_TOKEN or
    the remembered one; with the remembered one goes the key of the service it belongs to, and whoever cannot
    prove to have it is passed over. Blocks; raises ValueError for what is no address.
    """
    remembered = recall(app)
    token = token or os.environ.get(TOKEN_VARIABLE) or remembered.token
    key = remembered.key if token == remembered.token else ""  # another token is another start
    given = os.environ.get(URL_VARIABLE)
    if url:
        return Endpoint(base_url(url), token, "given", key)
    if given:
        return Endpoint(base_url(given), token, "environment", key)
    tell = _once_per_change(on_wait)
    tell(Waiting("asking", (remembered.url,)) if remembered.url else Waiting("searching"))
    there: list[tuple[str, str]] = []
    while not stop.is_set():
        if remembered.url and answers(remembered.url, key):
            return Endpoint(base_url(remembered.url), token, "remembered", key)
        if not there:
            tell(Waiting("searching"))
        found = (search or _search)(ROUND_S, stop)
        there = [] if stop.is_set() else _answering(found, key, secure=is_secure(remembered.url))
        if len(there) == 1:
            return Endpoint(there[0][1], token, "found", key)
        if there:
            tell(Waiting("several", tuple(name for name, _ in there)))
        # A search that is impossible ends at once; it must not be tried a thousand times a second.
        stop.wait(_PAUSE_S)
    return None


def answers(url: str, key: str = "", *, announced: bool = False) -> bool:
    """Whether a branch service answers at ``url``, and proves to be that of ``key`` if one is named; takes
    3 s at most. No token is sent."""
    try:
        with Api(url, timeout=_ASK_S, attempts=1) as api:
            return meet(api, key, announced=announced)[0]["status"] == "ok"
    except (ServiceError, Refusal, ValueError, KeyError):
        return False


def _search(seconds: float, stop: threading.Event) -> list[FoundService]:
    from branch.client.joining.discovery import find  # with zeroconf and asyncio, where no address was given

    return find(seconds, stop=stop)


def _answering(services: list[FoundService], key: str, *, secure: bool) -> list[tuple[str, str]]:
    """Name and address of those that may be ours, each by the first of its addresses that answers."""

    def may_be(url: str) -> bool:
        return is_secure(url) or not secure  # one that had TLS has not given it up

    reached = (
        (
            one.name,
            next((url for url in one.urls if may_be(url) and answers(url, key, announced=True)), None),
        )
        for one in services
    )
    return [(name, url) for name, url in reached if url is not None]


def _once_per_change(on_wait: Callable[[Waiting], None]) -> Callable[[Waiting], None]:
    told: Waiting | None = None

    def tell(waiting: Waiting) -> None:
        nonlocal told
        if waiting != told:
            told = waiting
            on_wait(waiting)

    return tell
