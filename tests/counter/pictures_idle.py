"""Pictures of the customer's window between two customers, where there are slides and tellers have names."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import assets
from tests.counter.desks import Desk
from tests.harness.album import Keep
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

SLIDE = "#13212f"
NAMED = {'# public_name = { zh = "小李", en = "Li" }': 'public_name = { zh = "小李", en = "Li" }'}
"""The sample branch's first member of staff, as customers may read of them."""


def make_slide(folder: Path) -> None:
    """One slide, as a branch would have it."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", (1600, 750), SLIDE)
    paint = ImageDraw.Draw(picture)
    face = ImageFont.truetype(assets.ROOT / "fonts" / "NotoSansSC-Bold.ttf", 120)
    paint.text((800, 375), "定期存款\n省心之选", "#F8EFDB", face, anchor="mm", align="center", spacing=40)
    picture.save(folder / "deposits.png")


def slide_shown(desk: Desk) -> bool:
    """Whether the slide is on the customer's window."""
    image = desk.pad.grab()
    return image.pixelColor(image.width() // 2, 30).name() == SLIDE


def idle_pictures(keep: Keep, clock: HandClock) -> None:
    """Make them."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["BRANCHLINE_CONFIG_DIR"] = f"{place}/config"
        make_slide(Path(place) / "slides")
        with running_service(Path(place) / "data", sample_config(NAMED), clock) as service:
            hall = Hall(service)
            desk = Desk(
                service.url,
                service.tokens["counter"],
                rating_always=True,
                language="zh",
                slides=Path(place) / "slides",
            )
            try:
                _take_all(desk, hall, keep)
            finally:
                desk.close()
                hall.close()


def _take_all(desk: Desk, hall: Hall, keep: Keep) -> None:
    def take(name: str) -> None:
        for code in ("zh", "en"):
            desk.speak_to_customer(code)
            desk.pad.grab()
            keep(f"rating-{name}-{code}", desk.pad.grab())
        desk.speak_to_customer("zh")

    until(lambda: slide_shown(desk), "the slide")
    take("slides-closed")
    desk.sign_in(1)
    take("slides-ready")
    hall.comes("A")
    desk.click("primaryButton")
    desk.pad.wait("idleNumber")
    until(lambda: not slide_shown(desk))
    take("named-calling")
    desk.wait("primaryButton", "开始办理")
    desk.click("primaryButton")
    desk.pad.wait("bandNumber")
    until(lambda: slide_shown(desk))
    take("slides-serving")
    desk.wait("primaryButton", "完成并请客户评价")
    desk.click("primaryButton")
    desk.pad.wait("ratingAbout")
    take("named-asked")
