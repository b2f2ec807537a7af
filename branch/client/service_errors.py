"""What can go wrong between an app and the service.

::

    ServiceError            no answer that can be used; whether anything was done may be unknown
    ├── Unreachable         refused, timed out, cut, or no such host: nobody answered to the end
    ├── Unavailable         it answers, but cannot work now (503, 507): its code says why
    ├── Unauthorized        it does not know our token (401)
    └── BadAnswer           what came is not what the protocol says

    branch.contract.refusals.Refusal    the "no" to what was asked, with its code: nothing has changed

An app shows a `ServiceError` as trouble with the line and a `Refusal` as an answer to the person.
"""

from __future__ import annotations


class ServiceError(Exception):
    """Base of all troubles with the service."""


class Unreachable(ServiceError):  # noqa: N818 - named as the apps say it
    """Nobody answered to the end: refused, timed out, cut, no such host, or this client is closing."""


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
