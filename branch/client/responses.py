"""From HTTP answers to JSON, a refusal or a `ServiceError`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from branch.contract.basics import PORT
from branch.contract.refusals import STANDARD_MEMBERS, Fact, Refusal

if TYPE_CHECKING:
    import requests


class ServiceError(Exception):
    """Base of all troubles with the service."""


class Unreachable(ServiceError):  # noqa: N818 - named as the apps say it
    """Nobody answered to the end: refused, timed out, cut, no such host, or this client is closing."""


class Untrusted(Unreachable):
    """Nobody vouches for the certificate of an https address: neither pairing nor this machine's roots."""


class Unavailable(ServiceError):  # noqa: N818
    """The service cannot work now. ``code`` says why: `storage-full`, `storage-read-only`, ..."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class Unauthorized(ServiceError):  # noqa: N818
    """The service does not know our token."""


class BadAnswer(ServiceError):  # noqa: N818
    """What came is not what the protocol says: another program, or a fault of the service."""


def base_url(url: str) -> str:
    """``http://host:port`` of what a person may write: the scheme and the port may be left out. The port of
    https is 443 then, since a proxy answers there.

    Raises ValueError for anything else.
    """
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.path not in ("", "/")
        or parts.username
    ):
        raise ValueError(f"{url!r} is not the address of a service, such as http://192.168.1.10:8750")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}:{parts.port or (443 if parts.scheme == 'https' else PORT)}"


def answer_of(response: requests.Response) -> object:
    """The JSON of a good answer; raises Refusal, Unauthorized, Unavailable or BadAnswer."""
    raise_for(response)
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise senseless(response, f"the answer of {_where(response)} is not JSON") from error


def object_of(response: requests.Response) -> dict[str, object]:
    """The same where the protocol says that it is an object."""
    answer = answer_of(response)
    if not isinstance(answer, dict):
        raise BadAnswer(f"the answer of {_where(response)} is not an object")
    return answer


def raise_for(response: requests.Response) -> None:
    """Raise what an answer with an error status stands for; do nothing for a good one."""
    status = response.status_code
    if 200 <= status < 300:
        return
    code, detail, facts = _problem(response)
    if status == 401:
        raise Unauthorized(detail)
    if status in (503, 507):
        raise Unavailable(code or ("storage-full" if status == 507 else "unavailable"), detail)
    if code is not None and 400 <= status < 500:
        raise Refusal(code, detail, facts)
    raise senseless(response, f"{_where(response)} answered {status}: {detail}")


def senseless(response: requests.Response, why: str) -> BadAnswer | Unreachable:
    """What to raise for an answer that makes no sense: it may also be the beginning of one that does.

    http.client takes a head that ends in the middle for a whole one. The service says of each body where it
    ends, so an answer that does not has been cut off.
    """
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() or "chunked" in response.headers.get("Transfer-Encoding", ""):
        return BadAnswer(why)
    return Unreachable(f"cut off: {why}")


def _problem(response: requests.Response) -> tuple[str | None, str, dict[str, Fact]]:
    """Code, detail and facts of a problem+json; (None, reason phrase, nothing) for anything else."""
    phrase = response.reason or "no reason given"
    if not response.headers.get("Content-Type", "").startswith("application/problem+json"):
        return None, phrase, {}
    try:
        problem = json.loads(response.content)
    except ValueError:
        return None, phrase, {}
    if not isinstance(problem, dict) or not isinstance(problem.get("code"), str):
        return None, phrase, {}
    detail = str(problem.get("detail") or problem.get("title") or phrase)
    facts = {
        name: fact
        for name, fact in problem.items()
        if name not in STANDARD_MEMBERS and (fact is None or isinstance(fact, str | int))
    }
    return problem["code"], detail, facts


def _where(response: requests.Response) -> str:
    return urlsplit(response.url).path
