"""An app gets its token for a pairing code, from the service that the code names and from no other."""

from __future__ import annotations

import argparse
import ipaddress
import secrets
from urllib.parse import urlsplit

from branch.client.calls.service_api import Api
from branch.client.joining.known_service import AnotherServiceError, first_key, meet
from branch.client.joining.service_location import recall, remember
from branch.client.responses import ServiceError, base_url
from branch.contract.pairing_code import PairingCode, code_of, fingerprint_of
from branch.contract.refusals import Refusal

_TOKEN_BYTES = 24


class PairingError(Exception):
    """Why there is no token, in one line."""


def pair(app: str, code: PairingCode, role: str | None) -> None:
    """Have ``app`` remember the service of the code and a token of its own, made for ``role`` if one is
    named. Raises PairingError, also where nothing can be remembered.

    A code that is used up is no trouble for an app that belongs to its service already: a unit that names it
    may start the app again.
    """
    try:
        _pair(app, code, role)
    except Refusal as error:
        known = recall(app)
        if error.code == "unknown-pairing" and known.key and fingerprint_of(known.key) == code.fingerprint:
            return
        raise PairingError(error.detail) from error
    except (ServiceError, ValueError) as error:
        raise PairingError(str(error)) from error


def _pair(app: str, code: PairingCode, role: str | None) -> None:
    url = base_url(code.address)
    with Api(url, attempts=1) as stranger:
        key = _key_of(stranger, code)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with Api(url) as service:
        meet(service, key, announced=_is_literal(url))
        service.pair(code.secret, token, role)
    if not remember(app, url, token, key):
        raise PairingError("the token could not be kept: the settings folder cannot be written")


def _key_of(stranger: Api, code: PairingCode) -> str:
    """The key of whoever answers, which must be that of the code. Raises ServiceError."""
    key = first_key(stranger)
    if not key or fingerprint_of(key) != code.fingerprint:
        raise AnotherServiceError(f"{stranger.url} is not the service that the code is of")
    return key


def _is_literal(url: str) -> bool:
    """Whether the address is a number, which the service must have as its own."""
    try:
        ipaddress.ip_address(urlsplit(url).hostname or "")
    except ValueError:
        return False
    return True


def add_pair(parser: argparse.ArgumentParser) -> None:
    """--pair CODE"""
    parser.add_argument(
        "--pair",
        type=typed_code,
        metavar="CODE",
        help="what `branchline pair` has printed for this machine: address and token, both remembered",
    )


def pair_if_asked(parser: argparse.ArgumentParser, options: argparse.Namespace, app: str) -> None:
    """Pair an app that was given a code, in the role of its name; wrong usage where that cannot be."""
    if options.pair is not None:
        try:
            pair(app, options.pair, app)
        except PairingError as error:
            parser.error(f"argument --pair: {error}")


def typed_code(text: str) -> PairingCode:
    """A code on the command line; raises ArgumentTypeError."""
    try:
        return code_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
