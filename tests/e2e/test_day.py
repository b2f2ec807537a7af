"""A day of a whole branch: the real processes over HTTP, worked through their real screens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image


@pytest.mark.timeout(240)
def test_a_short_day_ends_with_everybody_seen_to(tmp_path: Path) -> None:
    out = tmp_path / "day"
    done = subprocess.run(
        [sys.executable, "-m", "branch.cli", "demo", "--minutes", "40", "--speed", "90", "--out", str(out)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=230,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "served" in done.stdout
    for name in ("kiosk-thanks-zh", "counter-2-called", "display-end", "kiosk-before-opening"):
        with Image.open(out / "screens" / f"{name}.png") as picture:
            assert len(picture.convert("RGB").getcolors(maxcolors=1 << 24) or []) > 20, f"{name} is blank"
    tickets = list((out / "tickets").glob("*.png"))
    assert len(tickets) == int(done.stdout.split()[0])
    assert "<svg" in (out / "report.html").read_text("utf-8")
    verified = subprocess.run(
        [sys.executable, "-m", "branch.cli", "verify", "--data", str(out / "data")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout


@pytest.mark.parametrize("app", ["kiosk", "display", "counter"])
def test_each_app_shows_its_first_screen(app: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "branch.cli", app, "--self-test", "--windowed"]
    done = subprocess.run(
        [*command, "--service", "http://127.0.0.1:9", "--log-folder", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
