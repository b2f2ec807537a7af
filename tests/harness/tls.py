"""A proxy that speaks TLS for a service that does not, and certificates for it."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def certificate(folder: Path, address: str = "127.0.0.1") -> Path:
    """A file with a key and a certificate that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(exist_ok=True)
    file = folder / "tls.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@contextmanager
def tls_proxy(upstream: str, file: Path, *, upstream_tls: bool = False) -> Iterator[str]:
    """The https address at which the service of that http address is reached too; with ``upstream_tls`` that
    speaks TLS itself."""
    host, _, port = upstream.removeprefix("http://").partition(":")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    there = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if upstream_tls else None
    if there is not None:
        there.check_hostname, there.verify_mode = False, ssl.CERT_NONE

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of a stream that is cancelled, as at the end, is told by asyncio as an error.
        with suppress(OSError, asyncio.CancelledError):
            back, forth = await asyncio.open_connection(host, int(port), ssl=there)
            await asyncio.gather(_pump(reader, forth), _pump(back, writer))

    async def run() -> None:
        async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
            ends.extend([asyncio.get_running_loop(), asyncio.Event()])
            ports.append(server.sockets[0].getsockname()[1])
            begun.set()
            await ends[1].wait()

    begun, ports, ends = threading.Event(), list[int](), list[Any]()
    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert begun.wait(10)
    try:
        yield f"https://127.0.0.1:{ports[0]}"
    finally:
        ends[0].call_soon_threadsafe(ends[1].set)
        thread.join(10)


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(65_536):
            target.write(piece)
            await target.drain()
    target.close()
