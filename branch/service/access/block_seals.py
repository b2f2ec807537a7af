"""What a kiosk is given with a block of numbers, so that it can prove the block to a restored journal.

The block's id outside of the service is ``ID.SEAL``: the seal says whose numbers they are, and a mark made
with the branch's key says that it was this branch which set them aside.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json

from branch.domain.offline.number_block import NumberBlock, ProvenBlock
from branch.service.access.signing import SigningKey

_MARK = 16
"""Bytes of the mark."""


def sealed_id(key: SigningKey, block: NumberBlock, day: str, prefix: str, digits: int) -> str:
    """The id of a block that was set aside on ``day``, with its seal."""
    told = [day, block.service, block.holder, block.first, block.last, prefix, digits, block.reserved_at]
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    seal = base64.urlsafe_b64encode(_mark(key, block.id, body) + body).decode().rstrip("=")
    return f"{block.id}.{seal}"


def opened(key: SigningKey, said: str) -> tuple[str, ProvenBlock | None]:
    """The id of a block, and the block itself if its seal is this branch's."""
    block, _, seal = said.partition(".")
    try:
        raw = base64.urlsafe_b64decode(seal + "=" * (-len(seal) % 4))
    except (binascii.Error, ValueError):
        return block, None
    mark, body = raw[:_MARK], raw[_MARK:]
    if not body or not hmac.compare_digest(mark, _mark(key, block, body)):
        return block, None
    day, service, holder, first, last, prefix, digits, reserved_at = json.loads(body)
    proven = ProvenBlock(
        service=service,
        holder=holder,
        day=day,
        first=first,
        last=last,
        prefix=prefix,
        digits=digits,
        reserved_at=reserved_at,
    )
    return block, proven


def _mark(key: SigningKey, block: str, body: bytes) -> bytes:
    secret = hashlib.sha256(b"number blocks" + key.private.private_bytes_raw()).digest()
    return hmac.digest(secret, block.encode() + b"." + body, "sha256")[:_MARK]
