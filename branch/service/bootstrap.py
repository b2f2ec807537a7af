"""The only place that wires the service's real parts together."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from branch.domain.day.kept_rules import Dependents
from branch.service.access.certificate import ServiceCertificate, bank_certificate, own_certificate
from branch.service.access.device_tokens import DeviceTokens
from branch.service.access.guessing import LookupLimiter, PinCheck
from branch.service.access.signing import SigningKey
from branch.service.clock_alert import ClockAlert
from branch.service.config.branch_config import BranchConfig
from branch.service.connect.lan_addresses import LOOPBACK, AddressWatch, lan_addresses
from branch.service.core.async_writer import AsyncWriter, LoopPost
from branch.service.core.event_rows import Entry
from branch.service.core.service_clock import Clock
from branch.service.core.trusted_clock import TrustedClock, clock_trouble
from branch.service.core.writer import Writer
from branch.service.feed.branch_view import branch_info
from branch.service.feed.hall_views import Views
from branch.service.feed.hub import HEARTBEAT_S, Hub
from branch.service.http.application import Application
from branch.service.http.context import ServiceContext
from branch.service.http.http_server import HttpServer, PortInUse, listen
from branch.service.journal.journal_database import make_folder
from branch.service.journal.journal_format import check_types
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageError
from branch.service.journal.subscriptions import Subscriptions
from branch.service.journal_alert import JournalAlert
from branch.service.projections.past_days import History
from branch.service.use_cases.actor import ITSELF
from branch.service.use_cases.staff_use_cases import raise_alert

log = logging.getLogger(__name__)

_EVERY_NETWORK = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound

_CODE_MISSES, _CODE_MISSES_S = 20, 600.0
"""Booking codes that one kiosk may try in vain within so many seconds: customers mistype, guessers go on."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What one service is made from."""

    config: BranchConfig
    data: Path
    host: str
    port: int
    clock: Clock
    announce: bool = True
    heartbeat: float = HEARTBEAT_S
    begin_anew: bool = False
    certificate: ServiceCertificate | None = None


class Service:
    """One branch service: its folder, its socket, its server.

    Attributes:
        committed: who hears of what is committed.
        writer: the one writer, once the service has started.
    """

    writer: Writer

    def __init__(self, setup: Setup) -> None:
        """Take the data folder and the port; raises StorageError or PortInUse, leaving nothing behind."""
        self._setup = setup
        self.journal = SqliteJournal.open(setup.data, begin_anew=setup.begin_anew)
        try:
            check_types(self.journal)
            self._socket = listen(setup.host, setup.port)
        except (StorageError, PortInUse):
            self.journal.close()
            raise
        self.port: int = self._socket.getsockname()[1]
        self.committed: Subscriptions[Entry] = Subscriptions()
        self._endings: list[Callable[[], None]] = []
        self._failure: Exception | None = None
        self.app = Application(self._open, self._close)
        tls = setup.certificate.context if setup.certificate is not None else None
        self.server = HttpServer(self.app, tls=tls)

    def clock_trouble(self) -> str | None:
        """Why the machine's clock cannot be right, in a line; None while nothing speaks against it."""
        schedule = self._setup.config.plan().schedule
        return clock_trouble(schedule.day_of(self._setup.clock.now()), self.journal.latest_day())

    def give_up(self) -> None:
        """Let go of folder and port, instead of serving."""
        self.journal.close()
        self._socket.close()

    def run(self) -> None:
        """Serve until stopped by a signal or by ``stop``; raises what kept it from starting, if anything."""
        try:
            self.server.run(sockets=[self._socket])
        except SystemExit as leaving:  # how uvicorn ends when it could not start
            raise (self._failure or leaving) from None

    def on_started(self, callback: Callable[[], None]) -> None:
        """Have ``callback`` run, in the server's thread, as soon as the port is answered."""
        self.server.on_started = callback

    def stop(self) -> None:
        """Ask the server to leave; returns at once."""
        self.server.should_exit = True

    def _open(self, loop: asyncio.AbstractEventLoop) -> ServiceContext:
        try:
            return self._build(loop)
        except Exception as error:
            # Uvicorn logs it and ends with a number; whoever called `run` shall know the reason.
            self._failure = error
            self.journal.close()
            self._socket.close()
            raise

    def _build(self, loop: asyncio.AbstractEventLoop) -> ServiceContext:
        setup = self._setup
        configured = setup.config.plan()
        committed = self.committed
        post = LoopPost(loop)
        writer = Writer(
            self.journal, configured, setup.clock, publish=committed.publish, deliver=post.hand_over
        )
        self.writer = writer
        for kept in writer.dependents:
            log.warning("%s", _left_plan(kept))
        plan = writer.plan_at_start
        views = Views(plan, (setup.config.service.public_url or self._url_at(setup.host)).strip())
        asking = AsyncWriter(writer)
        signing = SigningKey(setup.data)
        pins = PinCheck({s.id: s.pin for s in setup.config.staff})
        pins.on_lock = partial(_tell_of_guesses, writer)
        hub = Hub(
            views,
            writer.replayed,
            writer.seq,
            lambda counters: asking.look(lambda hall, now: views.queues(hall, now, counters)),
            heartbeat=setup.heartbeat,
        )

        committed.hear(lambda entries: post.hand_over([partial(hub.publish, entries)]))
        history = History(setup.data, configured, views, committed)
        context = ServiceContext(
            writer=asking,
            hub=hub,
            views=views,
            tokens=DeviceTokens(setup.data),
            pins=pins,
            journal_id=self.journal.id,
            speed=setup.clock.speed,
            history=history,
            signing=signing,
            lookups=LookupLimiter(
                setup.config.limits.phone_misses, setup.config.limits.phone_misses_minutes * 60
            ),
            codes=LookupLimiter(_CODE_MISSES, _CODE_MISSES_S),
            country=setup.config.branch.country_code,
            certificate=setup.certificate.fingerprint if setup.certificate is not None else "",
            branch=branch_info(
                plan,
                ticket_url=views.ticket_url("{id}"),
                appointment_key=base64.b64encode(signing.public).decode(),
                notices=setup.config.notices,
                voice=setup.config.voice.made(),
                kiosk=setup.config.kiosk.made(setup.config.cards),
                devices=setup.config.devices,
            ),
        )
        addresses = self._watched_addresses(context)
        log.info("customers' phones are sent to %s", views.ticket_url(""))
        clock_alert = ClockAlert(setup.clock, asking) if isinstance(setup.clock, TrustedClock) else None
        journal_alert = JournalAlert(setup.data, setup.clock, plan.schedule, asking)

        async def leave() -> None:
            await journal_alert.stop()
            if clock_alert is not None:
                await clock_alert.stop()
            await hub.stop()

        self.server.before_shutdown = leave
        # What begins first ends last.
        self._endings = [self.journal.close, history.close, context.tokens.close, writer.stop, committed.stop]
        writer.start()
        if clock_alert is not None:
            clock_alert.start()
        journal_alert.start()
        committed.start()
        if addresses is not None:
            addresses.start()
            self._endings.append(addresses.close)
        if setup.announce:
            # Loaded where they are needed: half of the branches have neither, and none needs them at once.
            from branch.service.connect.mdns import Announcement

            announcement = Announcement(
                self.port, next(iter(plan.name.values())), secure=setup.certificate is not None
            )
            self._endings.append(announcement.close)
        source = setup.config.appointments.made()
        if source is not None:
            from branch.service.connect.head_office import HeadOffice

            head_office = HeadOffice(source, writer)
            head_office.start()
            self._endings.append(head_office.stop)
        return context

    def _close(self) -> None:
        while self._endings:
            self._endings.pop()()

    def _watched_addresses(self, context: ServiceContext) -> AddressWatch | None:
        """Looks for where phones find us, if branch.toml does not say it; and sends them there."""
        if self._setup.config.service.public_url or self._setup.host not in _EVERY_NETWORK:
            return None

        def move(host: str) -> None:
            context.views.move(self._url_at(host))
            context.branch = replace(context.branch, ticket_url=context.views.ticket_url("{id}"))

        def told(host: str) -> None:
            move(host)
            log.info("customers' phones are sent to %s", context.views.ticket_url(""))

        watch = AddressWatch(told)
        if watch.address != LOOPBACK:
            move(watch.address)
        return watch

    def _url_at(self, host: str) -> str:
        """Where phones on the branch's network would find us at that address."""
        if host in _EVERY_NETWORK:
            host = LOOPBACK
        scheme = "http" if self._setup.certificate is None else "https"
        return f"{scheme}://[{host}]:{self.port}" if ":" in host else f"{scheme}://{host}:{self.port}"


def make_service(
    config: BranchConfig,
    data: Path,
    *,
    host: str | None = None,
    port: int | None = None,
    clock: Clock | None = None,
    announce: bool = True,
    heartbeat: float = HEARTBEAT_S,
    begin_anew: bool = False,
    plain: bool = False,
) -> Service:
    """The service of a branch, its port taken and its journal open; with ``plain`` without TLS, whatever
    branch.toml says. Raises StorageError, PortInUse or CertificateError."""
    return Service(
        Setup(
            config,
            data,
            config.service.host if host is None else host,
            config.service.port if port is None else port,
            clock or TrustedClock(),
            announce,
            heartbeat,
            begin_anew,
            None if plain else _certificate(config, data),
        )
    )


def _certificate(config: BranchConfig, data: Path) -> ServiceCertificate | None:
    """What branch.toml says of TLS; None for none."""
    section = config.service
    if section.cert is not None and section.key is not None:
        return bank_certificate(Path(section.cert), Path(section.key))
    if section.tls is None:
        return None
    make_folder(data)
    return own_certificate(data, lan_addresses())


def _left_plan(kept: Dependents) -> str:
    """What the log says of something that has left branch.toml."""
    if kept.part == "counters of":
        return (
            f"service {kept.id} has no counter in branch.toml any more; every counter calls its {kept.count}"
        )
    of_people = kept.counter is None
    who = f"customers who need it: {kept.count}" if of_people else f"signed in at counter {kept.counter}"
    return f"{kept.name} has left branch.toml and is kept while it is needed; {who}"


def _tell_of_guesses(writer: Writer, device: str, staff: str) -> None:
    """Raise an alert about somebody who guesses PINs at that device."""
    log.warning("%s is locked at %s: too many wrong PINs", staff, device)
    alert = raise_alert("wrong-pins", device, detail=staff)
    writer.submit(
        alert,
        lambda *_: (200, b""),
        lambda _: (200, b""),
        lambda _: None,
        _could_not_tell,
        actor=ITSELF,
    )


def _could_not_tell(error: Exception) -> None:
    log.error("no alert of wrong PINs: %s", error)
