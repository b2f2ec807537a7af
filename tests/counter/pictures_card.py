"""Pictures of what the card knows: the steps of the service standard."""

from __future__ import annotations

from collections.abc import Callable

from tests.counter.desks import Desk, Hall, until

Take = Callable[[str], None]


def card_pictures(desk: Desk, hall: Hall, take: Take) -> None:
    """Take them all; nobody is at the counter before."""
    _steps(desk, hall, take)


def _serve(desk: Desk, hall: Hall, service: str, **more: str) -> str:
    number = hall.comes(service, **more)
    desk.wait("nextNumber", number)
    desk.click("primaryButton")
    desk.wait("primaryButton", "开始办理")
    desk.click("primaryButton")
    desk.wait("primaryButton", "完成并请客户评价")
    return number


def _steps(desk: Desk, hall: Hall, take: Take) -> None:
    _serve(desk, hall, "A", segment="priority")
    desk.key("S")
    desk.wait("stepsLine", "步骤 2/4 身份核验")
    _rested(desk, "greet")
    take("counter-step-ticked")
    desk.key("D")
    desk.wait("detailPanel")
    take("counter-steps")
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.key("2")
    desk.wait("stepsLine", "步骤 3/4 核对并签字")
    _rested(desk, "identity")
    take("counter-step-kept")
    hall.service.start()
    until(lambda: desk.line == "live" and not desk.controller.session.later.waits)
    desk.controller.asker.hush()
    for step in ("confirm", "farewell"):
        desk.click(f"step-{step}")
        _rested(desk, step)
    desk.wait("stepsLine", "4 步已全部完成")
    take("counter-steps-done")
    desk.click("primaryButton")
    desk.gone("currentNumber")


def _rested(desk: Desk, step: str) -> None:
    """The box is no longer pressed."""
    until(lambda: not desk.controller.asker.holds(f"step-{step}"))
