"""What every route needs: who asks, under which idempotency key, and the way to the writer and back."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
from branch.service.http.problems import Problem, body_of, refused, response
from branch.service.projections.past_days import History

MAX_BODY = 64 * 1024
"""Bytes of a request body; the largest honest one, a rating with a comment, has a few hundred."""

MAX_KEY = 128

T = TypeVar("T")


@dataclass(slots=True)
class ServiceContext:
    """The parts that routes use; one for each running service, at ``app.state.context``."""

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
    country: str
    branch: BranchInfo

    async def ask(
        self, request: Request, command: Ask, render: Render, asked: bytes | None = None
    ) -> Response:
        """Have a command carried out once, whatever the number of retries.

        ``asked`` stands for the body when that holds a secret: the journal keeps a hash of what was asked,
        and from the hash of a PIN the PIN is soon found.
        """
        key, mark = None, b""
        if "idempotency-key" in request.headers:
            key = _key(request)
            body = await request.body() if asked is None else asked
            mark = hashlib.sha256(b"\0".join((request.scope["path"].encode(), body))).digest()

        def refuse(refusal: Refusal) -> tuple[int, bytes]:
            return refused(refusal, self.views.time)

        told = await self.writer.submit(command, render, refuse, key=key, fingerprint=mark)
        return response(told.status, told.body)

    async def look(self, reading: Callable[[Hall, int], T]) -> T:
        """Read the hall between two commits; ``reading`` gets the hall and the instant."""
        return await self.writer.look(reading)


def answered(view: Mapping[str, object], status: int = 200) -> tuple[int, bytes]:
    """Status and body of a good answer, for a command's `Render`."""
    return status, to_json(view).encode()


def answer(view: Mapping[str, object]) -> Response:
    """The answer of a route that only reads; not left to FastAPI, which would check and copy each again."""
    return response(*answered(view))


async def context_of(request: Request) -> ServiceContext:
    """The running service's parts. Async though it waits for nothing: FastAPI gives others a thread each."""
    context: ServiceContext = request.app.state.context
    return context


Context = Annotated[ServiceContext, Depends(context_of)]


def allow(*roles: str) -> Callable[[Request], Awaitable[TokenInfo]]:
    """A dependency that lets only these roles pass (no role named: any token); the role is then at
    ``request.state.role``."""

    async def check(request: Request) -> TokenInfo:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        context: ServiceContext = request.app.state.context
        info = context.tokens.find(token) if scheme.lower() == "bearer" and token else None
        if info is None:
            raise Problem(401, "a valid token is needed: Authorization: Bearer TOKEN")
        if roles and info.role not in roles:
            raise Problem(403, f"role {info.role} may not do this")
        request.state.role = info.role
        return info

    return check


def device_of(request: Request) -> str:
    """Which device asks: two may share a name, none a token."""
    return hashlib.sha256(request.headers.get("authorization", "").encode()).hexdigest()


def _key(request: Request) -> str:
    key = request.headers["idempotency-key"]
    if not 0 < len(key) <= MAX_KEY:
        raise Problem(422, f"Idempotency-Key must have 1 to {MAX_KEY} characters")
    return key


class BodyLimit:
    """Refuses a body over `MAX_BODY` bytes before anything reads it, with or without a stated length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH", "DELETE"):
            await self._app(scope, receive, send)
            return
        stated = dict(scope["headers"]).get(b"content-length", b"0")
        if stated.isdigit() and int(stated) > MAX_BODY:
            await self._refuse(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > MAX_BODY:
                # FastAPI reads the body: it lets this kind of error pass and takes any other for bad JSON.
                raise HTTPException(413, f"a body may have {MAX_BODY} bytes")
            return message

        await self._app(scope, counted, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = response(413, body_of(413, "too-large", f"a body may have {MAX_BODY} bytes"))
        await answer(scope, receive, send)
