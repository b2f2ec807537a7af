"""Certificates of https addresses that are known by the service's key, and so need no root that vouches."""

from __future__ import annotations

from urllib.parse import urlsplit

_PINNED: dict[tuple[str, int], str] = {}
"""By host and port, for all lines of this process: the one certificate that is taken there."""


def is_secure(url: str) -> bool:
    """Whether what is asked there goes through TLS."""
    return url.startswith("https:")


def pin(url: str, certificate: str) -> None:
    """Take that certificate there from now on, and no other; an empty one leaves it to the system's roots."""
    if certificate:
        _PINNED[place_of(url)] = certificate
    else:
        _PINNED.pop(place_of(url), None)


def pinned_at(host: str, port: int | None) -> str:
    """The certificate to take there; empty where the system's roots say it."""
    return _PINNED.get((host.strip("[]"), port or 443), "")


def place_of(url: str) -> tuple[str, int]:
    """Host and port of an https address."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 443
