"""What every route needs: what was asked, who asks, and the way to the writer and back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from branch.contract.branch_info import BranchInfo
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.service.access.device_tokens import DeviceTokens, TokenInfo
from branch.service.access.guessing import LookupLimiter, PinCheck
from branch.service.access.signing import SigningKey
from branch.service.core.async_writer import AsyncWriter
from branch.service.core.writer_inbox import Ask, Render
from branch.service.feed.feed_entries import to_json
from branch.service.feed.hall_views import Views
from branch.service.feed.hub import Hub
from branch.service.http.problems import Answer, Problem, refused
from branch.service.journal.storage_errors import StorageError
from branch.service.projections.past_days import History
from branch.service.use_cases.actor import PHONE, Actor

MAX_KEY = 128
IDEMPOTENCY_KEY = b"idempotency-key"

_ASKER_DIGITS = 16
"""Hex digits of a token's hash that tell its keys from others'."""

T = TypeVar("T")


@dataclass(slots=True)
class Asked:
    """One request: its path, its headers as they came (names in small letters), and its body where the route
    takes one or a key came with it; at which address of the service's own it came in; and who asks, once
    that is known."""

    path: str
    headers: Mapping[bytes, bytes]
    body: bytes
    server: str = ""
    asker: TokenInfo | None = None

    def header(self, name: bytes) -> str:
        """What that header says; nothing if it is not there."""
        return self.headers.get(name, b"").decode("latin-1")


@dataclass(slots=True)
class ServiceContext:
    """The parts that routes use; one for each running service."""

    writer: AsyncWriter
    hub: Hub
    views: Views
    tokens: DeviceTokens
    pins: PinCheck
    journal_id: str
    speed: float
    history: History
    signing: SigningKey
    lookups: LookupLimiter
    codes: LookupLimiter
    country: str
    branch: BranchInfo
    certificate: str = ""

    async def ask(
        self,
        request: Asked,
        command: Ask,
        render: Render,
        body: bytes | None = None,
        person: str | None = None,
        *,
        keep_refusal: bool = True,
    ) -> Answer:
        """Have a command carried out once, whatever the number of retries; ``person`` is the staff number
        that came with it.

        ``body`` stands for that of the request when it holds a secret: the journal keeps a hash of what was
        asked, and from the hash of a PIN the PIN is soon found. Without ``keep_refusal`` only what succeeded
        is kept: whoever needs no token could fill the disk with refusals.
        """
        key, older, mark = None, None, b""
        if IDEMPOTENCY_KEY in request.headers:
            older = request.header(IDEMPOTENCY_KEY)
            # No header has a line end: nobody can ask for what is another's by naming it whole.
            key = f"{_asker(request)}\n{older}"
            of = request.body if body is None else body
            mark = hashlib.sha256(b"\0".join((request.path.encode(), of))).digest()

        def refuse(refusal: Refusal) -> tuple[int, bytes]:
            return refused(refusal, self.views.time)

        told = await self.writer.submit(
            command,
            render,
            refuse,
            key=key,
            older_key=older,
            fingerprint=mark,
            actor=actor_of(request.asker, person),
            keep_refusal=keep_refusal,
        )
        return Answer(told.status, told.body)

    async def look(self, reading: Callable[[Hall, int], T]) -> T:
        """Read the hall between two commits; ``reading`` gets the hall and the instant."""
        return await self.writer.look(reading)

    def still_knows(self, request: Asked) -> bool:
        """Whether the token of a request that was let in is good yet; it is while the disk cannot say."""
        token = request.header(b"authorization").partition(" ")[2]
        try:
            return self.tokens.find(token) is not None
        except StorageError:
            return True

    def token_of(self, request: Asked, roles: tuple[str, ...]) -> TokenInfo:
        """Who asks, if it is one of these roles (none named: any); raises the problems 401 and 403."""
        scheme, _, token = request.header(b"authorization").partition(" ")
        info = self.tokens.find(token) if scheme.lower() == "bearer" and token else None
        if info is None:
            raise Problem(
                401,
                "a valid token is needed: Authorization: Bearer TOKEN",
                headers=((b"www-authenticate", b"Bearer"),),
            )
        if roles and info.role not in roles:
            raise Problem(403, f"role {info.role} may not do this")
        return info


Context = ServiceContext
"""As handlers call it."""


def answered(view: Mapping[str, object], status: int = 200) -> tuple[int, bytes]:
    """Status and body of a good answer, for a command's `Render`."""
    return status, to_json(view).encode()


def answer(view: Mapping[str, object]) -> Answer:
    """The answer of a route that only reads."""
    return Answer(*answered(view))


def actor_of(asker: TokenInfo | None, person: str | None = None) -> Actor:
    """Who the journal says did it; whoever has no token is a phone."""
    return PHONE if asker is None else Actor(asker.name, asker.role, person)


def device_of(request: Asked) -> str:
    """Which device asks, however it spells the scheme: two may share a name, none a token."""
    token = request.header(b"authorization").partition(" ")[2]
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _asker(request: Asked) -> str:
    """To whom a key belongs: the token, or where none is needed the ticket in the path."""
    if b"authorization" in request.headers:
        return device_of(request)[:_ASKER_DIGITS]
    return request.path


def check_key(request: Asked) -> None:
    """Raise Problem if an idempotency key came that is none."""
    if IDEMPOTENCY_KEY in request.headers and not 0 < len(request.header(IDEMPOTENCY_KEY)) <= MAX_KEY:
        raise Problem(422, f"Idempotency-Key must have 1 to {MAX_KEY} characters")
