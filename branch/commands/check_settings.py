"""Settings that are allowed and do nothing, or not what whoever wrote them meant."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError

from branch.service.access.guessing import PIN_LENGTH, may_be_short
from branch.service.config.branch_config import BranchConfig
from branch.service.config.mistake_words import meant

_NOTICES = ("board", "kiosk")


def settings_warnings(config: BranchConfig) -> Iterator[str]:
    """One line for each of them."""
    yield from _hours(config)
    yield from _addresses(config)
    yield from _staff(config)
    yield from _names_of_nothing(config)


def _hours(config: BranchConfig) -> Iterator[str]:
    hours = config.hours
    if not any((hours.mon, hours.tue, hours.wed, hours.thu, hours.fri, hours.sat, hours.sun)):
        days = "but on special days" if any(hours.special.values()) else "every day"
        yield f"hours: there are no opening hours at all, the branch is closed {days}"
    if config.rule.closing == "off" and config.rule.closing_margin_minutes:
        yield 'rule.closing_margin_minutes has no effect while rule.closing is "off"'
    if config.branch.time_zone.startswith("Etc/GMT"):
        yield (
            f"branch.time_zone: {config.branch.time_zone} counts the other way round "
            '(Etc/GMT-8 is UTC+8); name a place, such as "Asia/Shanghai"'
        )


def _addresses(config: BranchConfig) -> Iterator[str]:
    service, office = config.service, config.appointments
    if service.public_url is not None:
        yield from _address("service.public_url", service.public_url, "no customer's phone reaches it")
    elif _here_alone(service.host):
        yield f"service.host: {service.host} is this machine alone, no other machine and no phone reaches it"
    if service.tls is not None and service.public_url is None:
        yield (
            "service.tls: customers' phones do not trust the service's own certificate; "
            "name an address that they trust in service.public_url"
        )
    if service.port == 0:
        yield "service.port: 0 is another port at each start"
    if office.source_url is not None:
        yield from _address("appointments.source_url", office.source_url, "")
        if not office.token.strip():
            yield "appointments.token: there is none, head office is asked without"
    elif office.token:
        yield "appointments.token has no effect without appointments.source_url"
    if office.token != office.token.strip():
        yield "appointments.token begins or ends with a blank"


def _address(key: str, url: str, alone: str) -> Iterator[str]:
    if any(character.isspace() for character in url):
        yield f"{key}: {url!r} has blanks" + (
            "" if " " in url.strip() else f'; did you mean "{url.strip()}"?'
        )
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        yield f"{key}: {url!r} is no address"
        return
    if alone and _here_alone(host):
        yield f"{key}: {host} is this machine alone, {alone}"
    if alone and (parts.query or parts.fragment):
        yield f"{key}: an address to which paths are added ends before ? and #"


def _here_alone(host: str) -> bool:
    """Whether no other machine reaches that host; 0.0.0.0 is every network of the machine."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _staff(config: BranchConfig) -> Iterator[str]:
    if not config.staff:
        yield "staff: there is nobody, so no teller can sign in"
    for staff in config.staff:
        if not staff.pin:
            yield f"staff {staff.id}: no PIN, nobody can sign in with it"
        elif not staff.pin.startswith("$argon2"):
            yield (
                f"staff {staff.id}: pin is a plain text and lets nobody in; "
                "put there what `branchline pin` prints"
            )
        elif not _is_hash(staff.pin):
            yield f"staff {staff.id}: pin is no whole hash and lets nobody in; `branchline pin` makes one"


def settings_advice(config: BranchConfig) -> Iterator[str]:
    """One line for what was right once, and would be made otherwise today."""
    short = [staff.id for staff in config.staff if may_be_short(staff.pin)]
    if short:
        yield (
            f"staff {', '.join(short)}: the PIN may have less than {PIN_LENGTH} digits and is soon guessed; "
            "`branchline pin` asks for a longer one"
        )


def _is_hash(text: str) -> bool:
    try:
        extract_parameters(text)
    except InvalidHashError:
        return False
    return text.count("$") == 5 and all(text.split("$")[-2:])


def _names_of_nothing(config: BranchConfig) -> Iterator[str]:
    """Keys that nothing asks for."""
    for name in config.notices:
        if name not in _NOTICES:
            yield f"notices.{name}: no screen shows it{meant(name, _NOTICES)}"
    offered = config.branch.languages
    for language in config.voice.languages:
        if language not in offered:
            yield f"voice.languages: {language!r} is none of branch.languages{meant(language, offered)}"
