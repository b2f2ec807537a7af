"""What every page tells a browser: whose script may run, that nobody may frame it, and that its address,
which is a secret, is told to nobody.
"""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)

_RULES = (
    "default-src 'none'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)


def page_headers(page: str) -> dict[str, str]:
    """The headers of that page: only what stands in it may run, by its hash."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, text in _INLINE.findall(page):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    own = (f"{kind}-src {' '.join(found)}" for kind, found in hashes.items() if found)
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join((*_RULES, *own)),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
