"""A service that is shut for a while says until when, on its card and to whoever was a moment too late."""

from __future__ import annotations

from pathlib import Path

from branch.client.calls.service_api import Api
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show


def limited(text: str) -> str:
    """The sample: one number of A before 11:00, and B from 13:00."""
    quota = 'prefix = "A"\nquotas = [{ from = "09:00", to = "11:00", tickets = 1 }]\n'
    changed = text.replace('prefix = "A" ', quota + "#")
    return changed.replace('prefix = "B"', 'prefix = "B"\nhours = ["13:00-17:00"]')


def test_the_card_says_when_there_are_numbers_again(tmp_path: Path, show: Show) -> None:
    clock = HandClock("2026-11-21T09:42:00+08:00")
    with running_service(tmp_path, sample_config(edit=limited), clock) as service:
        open_counters(service, 1, 2)
        screen = show(service)
        screen.at_home()
        until(lambda: "13:00 开始办理" in screen.said())
        screen.tap("service-A")
        screen.wait("thanksNumber", "A001")
        until(lambda: not screen.kiosk.home.usable("A"))
        screen.kiosk.visit.goHome()
        screen.at_home()
        assert "11:00 起可取号" in screen.said()
        clock.put("2026-11-21T13:00:01+08:00")
        with asking(service, "manager") as api:
            api.issue("C")  # so that the feed tells at once
        screen.tap("service-B")
        screen.wait("thanksNumber", "B001")


def test_a_moment_too_late_is_told_until_when(tmp_path: Path, show: Show) -> None:
    clock = HandClock("2026-11-21T09:42:00+08:00")
    with running_service(tmp_path, sample_config(edit=limited), clock) as service:
        open_counters(service, 1)
        screen = show(service)
        screen.at_home()

        def taken_meanwhile() -> None:
            with Api(service.url, service.tokens["kiosk"]) as other:
                other.issue("A")

        taken_meanwhile()
        screen.kiosk.visit.go_on("A", [])
        screen.wait("refusedText", "本时段的号已取完，11:00 起可再取号。")
        assert screen.text("refusedHint")


def test_the_limits_outlive_a_restart(tmp_path: Path) -> None:
    clock = HandClock("2026-11-21T09:42:00+08:00")
    for _ in range(2):
        with (
            running_service(tmp_path, sample_config(edit=limited), clock) as service,
            asking(service, "kiosk") as api,
        ):
            if not api.snapshot()["hall"]["services"][0]["waiting"]:
                api.issue("A")
            state = api.snapshot()["hall"]["services"][0]
            assert (state["open"], state.get("closed_by")) == (False, "quota")
            assert state.get("opens_at") == "2026-11-21T11:00:00.000+08:00"
