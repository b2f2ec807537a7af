"""The certificate that the service shows: the bank's, or its own, which apps know by the service's key."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from branch.service.access.signing import write_private
from branch.service.journal.storage_errors import storage_errors

OWN_FILE = "tls.pem"
"""Key and certificate in the data folder. If it is lost another is made: the service's key vouches for it."""

_LASTS = timedelta(days=365 * 20)
"""Nobody renews it: apps take it for the key that has signed it, not for its time."""


class CertificateError(ValueError):
    """What is no certificate with its key, in one line."""


@dataclass(frozen=True, slots=True)
class ServiceCertificate:
    """What TLS is made with, and the hash by which the certificate is known."""

    context: ssl.SSLContext
    fingerprint: str


def bank_certificate(cert: Path, key: Path) -> ServiceCertificate:
    """The one in these files, the service's own certificate first; raises CertificateError."""
    return _read(cert, key)


def own_certificate(folder: Path, addresses: Iterable[str]) -> ServiceCertificate:
    """The one of the data folder, made for these addresses where there is none. Raises StorageError, and
    CertificateError for a file that holds none."""
    path = folder / OWN_FILE
    with storage_errors(path):
        if not path.exists():
            write_private(path, _made(addresses))
    return _read(path, path)


def _read(cert: Path, key: Path) -> ServiceCertificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(cert, key)
        first = x509.load_pem_x509_certificates(cert.read_bytes())[0]
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        reason = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
        raise CertificateError(f"{cert}, {key}: no certificate with its key ({reason})") from error
    return ServiceCertificate(context, sha256(first.public_bytes(serialization.Encoding.DER)).hexdigest())


def _made(addresses: Iterable[str]) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Branchline service")])
    numbers = [ipaddress.ip_address(address) for address in dict.fromkeys(("127.0.0.1", *addresses))]
    names: list[x509.GeneralName] = [x509.IPAddress(number) for number in numbers]
    host = socket.gethostname()
    names += [x509.DNSName(one) for one in ("localhost", host) if one.isascii() and one]
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _LASTS)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)
