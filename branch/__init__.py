"""What the three apps share: the queue, the service that owns it, its client and the Qt base."""

from __future__ import annotations

VERSION = "0.1.0"
