"""``branchline pair``: a code that an app turns into its token, once and soon."""

from __future__ import annotations

import argparse
import base64
import sys
from contextlib import closing
from datetime import timedelta

from branch.client.responses import base_url
from branch.commands import UserError
from branch.commands.command_line import add_config, add_data, read_config, storage_told
from branch.commands.manage_tokens import there_is, time_span
from branch.contract.basics import PORT
from branch.contract.pairing_code import PairingCode, fingerprint_of
from branch.service.access.device_tokens import DeviceTokens, NameInUseError
from branch.service.access.invitations import Invitation, Invitations
from branch.service.access.signing import SigningKey

_ROLES = ("kiosk", "display", "counter", "manager")
_GOOD = timedelta(minutes=10)


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    add_data(parser)
    add_config(parser)
    parser.add_argument("name", metavar="NAME", help="the machine; each role has a name once")
    parser.add_argument("--role", required=True, choices=_ROLES)
    parser.add_argument("--replace", action="store_true", help="take that role and name from who has it")
    parser.add_argument(
        "--for",
        type=time_span,
        default=_GOOD,
        dest="good",
        metavar="TIME",
        help="how long it is good (10m)",
    )
    parser.add_argument(
        "--expires",
        type=time_span,
        metavar="TIME",
        help="how long its token is good: 90d; else for ever",
    )
    parser.add_argument(
        "--address", metavar="URL", help="where the machine finds the service (default: this machine's own)"
    )
    parser.add_argument("--qr", action="store_true", help="show the code as a QR code too")


def run(_: str, options: argparse.Namespace) -> int:
    """Print the code, alone on standard output; what to do with it is said beside."""
    there_is(options.data)
    address = options.address or _own_address(options)
    invitation = Invitation(
        options.role,
        options.name,
        options.expires.total_seconds() if options.expires else None,
        options.replace,
    )
    try:
        base_url(address)
        with storage_told(), closing(DeviceTokens(options.data)) as tokens:
            secret = Invitations(tokens).invite(invitation, options.good.total_seconds())
            key = base64.b64encode(SigningKey(options.data).public).decode()
    except NameInUseError as error:
        raise UserError(f"{error}: take another name, or --replace it") from error
    except ValueError as error:
        raise UserError(str(error)) from error
    code = str(PairingCode(address, fingerprint_of(key), secret))
    print(code)
    if options.qr:
        _print_qr(code)
    minutes = round(options.good.total_seconds() / 60)
    print(f"good for {minutes} minutes, once: branchline {options.role} --pair CODE", file=sys.stderr)
    return 0


def _own_address(options: argparse.Namespace) -> str:
    """This machine's on the LAN, with the port of branch.toml if there is one."""
    from branch.service.connect.lan_addresses import LOOPBACK, lan_addresses

    port, scheme = PORT, ""
    try:
        section = read_config(options.config, options.data).service
    except UserError:
        if options.config is not None:
            raise
    else:
        port, scheme = section.port, "https://" if section.secure else ""
    return f"{scheme}{next(iter(lan_addresses()), LOOPBACK)}:{port}"


def _print_qr(text: str) -> None:
    from qrcode.main import QRCode  # for whoever has a scanner at hand

    code = QRCode(border=2)
    code.add_data(text)
    code.print_ascii(invert=True)
