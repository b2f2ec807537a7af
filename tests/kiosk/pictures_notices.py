"""Pictures of what the manager tells the hall: a line on each screen that has one, and an emergency."""

from __future__ import annotations

import requests

from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.kiosk.branches import with_groups
from tests.kiosk.pictures_tickets import MORNING, Takes, branch
from tests.kiosk.shell.test_hall_notices import FIRE, HOUR
from tests.kiosk.stage import live_kiosk

LONG = {
    "zh": "今日 15:00 起系统维护，理财、外汇和大额转账业务暂停办理，预计 17:00 恢复；"
    "其他业务照常办理，给您带来的不便敬请谅解",
    "en": "From 15:00 today wealth management, foreign exchange and large transfers pause for maintenance, "
    "until about 17:00. Everything else goes on as usual. We are sorry for the inconvenience.",
}
NIGHT = "2026-11-21T18:05:00+08:00"


def tell(service: RunningService, path: str = "", **body: object) -> str:
    """As the manager does."""
    headers = {"Authorization": f"Bearer {service.tokens['manager']}"}
    answer = requests.post(f"{service.url}/v1/notices{path}", json=body or None, headers=headers, timeout=5)
    answer.raise_for_status()
    return str(answer.json()["id"])


def take_all(album: Takes) -> None:
    """Every state."""
    with branch(album, None, MORNING, 1, 2) as service, live_kiosk(service) as screen:
        screen.at_home()
        notice = tell(service, text=HOUR)
        until(lambda: str(screen.kiosk.notices.line) != "")
        album.take(screen, "notice")
        for toggle in ("Large", "Reach", "Priority"):
            screen.tap(f"toggle{toggle}")
            album.take(screen, f"notice-{toggle.lower()}")
            screen.tap(f"toggle{toggle}")
        tell(service, f"/{notice}/end")
        tell(service, text=LONG)
        until(lambda: "大额" in str(screen.kiosk.notices.pieces()))
        album.take(screen, "notice-long")
        tell(service, text=FIRE, level="emergency")
        screen.wait("emergencyScreen")
        album.take(screen, "emergency")
    with branch(album, with_groups, MORNING, 2) as service, live_kiosk(service) as screen:
        screen.at_home()
        tell(service, text=HOUR)
        until(lambda: str(screen.kiosk.notices.line) != "")
        screen.tap("group-personal")
        album.take(screen, "notice-group")
    with branch(album, None, NIGHT) as service, live_kiosk(service) as screen:
        screen.wait("closedScreen")
        tell(service, text=HOUR)
        screen.wait("closedNotice")
        album.take(screen, "notice-closed")
