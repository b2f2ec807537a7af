"""Certificates of https addresses that are known by the service's key, and so need no root that vouches."""

from __future__ import annotations

import ssl
from hashlib import sha256
from urllib.parse import urlsplit

_PINNED: dict[tuple[str, int], str] = {}
"""By host and port, for all lines of this process: the one certificate that is taken there."""

_LOOK_S = 2.0


def is_secure(url: str) -> bool:
    """Whether what is asked there goes through TLS."""
    return url.startswith("https:")


def presented_at(url: str) -> str:
    """The hash of the certificate that an https address shows, vouched for or not. Raises ServiceError."""
    from branch.client.transport import network_errors

    with network_errors():
        text = ssl.get_server_certificate(_place(url), timeout=_LOOK_S)
    return sha256(ssl.PEM_cert_to_DER_cert(text)).hexdigest()


def pin(url: str, certificate: str) -> None:
    """Take that certificate there from now on, and no other; an empty one leaves it to the system's roots."""
    if certificate:
        _PINNED[_place(url)] = certificate
    else:
        _PINNED.pop(_place(url), None)


def pinned_at(host: str, port: int | None) -> str:
    """The certificate to take there; empty where the system's roots say it."""
    return _PINNED.get((host.strip("[]"), port or 443), "")


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 443
