"""Fonts, icons, translations and the sample branch, found the same way from a checkout and a wheel."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent
