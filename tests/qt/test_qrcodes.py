"""The QR code on screen: the right modules, with crisp edges."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from branch.qt.driving import driver
from branch.qt.image_providers import QUIET_ZONE, matrix
from tests.qt.conftest import Load

TEXT = "https://branch.example/t/9f8a7b6c5d"


@pytest.mark.parametrize("side", [180, 217, 400])
def test_every_module_is_where_it_belongs(load: Load, side: int) -> None:
    window = load(
        f'QrCode {{ objectName: "qr"; width: {side}; height: {side}; text: "{TEXT}"; dark: "#12202E" }}'
    )
    image = driver.grab(window)
    modules = matrix(TEXT)
    pixels = side // len(modules)
    corner = round((side - pixels * len(modules)) / 2)
    for y, row in enumerate(modules):
        for x, on in enumerate(row):
            colour = QColor("#12202E") if on else QColor("white")
            for dx, dy in ((0, 0), (pixels - 1, pixels - 1)):
                at = corner + x * pixels + dx, corner + y * pixels + dy
                assert image.pixelColor(*at) == colour, (x, y)


def test_the_quiet_zone_is_quiet() -> None:
    modules = matrix(TEXT)
    assert not any(any(row) for row in modules[:QUIET_ZONE])
    assert not any(row[n] for row in modules for n in range(QUIET_ZONE))


def test_a_new_text_is_drawn(load: Load) -> None:
    window = load('QrCode { objectName: "qr"; width: 200; height: 200 }')
    empty = driver.grab(window)
    item = driver.find(window, "qr")
    item.setProperty("text", "A035")
    first = driver.grab(window)
    item.setProperty("dark", QColor("#0B6E63"))
    item.setProperty("light", QColor("#E1F0ED"))
    second = driver.grab(window)
    assert len({bytes(i.constBits()) for i in (empty, first, second)}) == 3
