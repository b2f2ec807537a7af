"""Pictures of every state of both windows, in both languages."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect

from branch.client.local_store import config_folder
from branch.contract.actions import Action
from counter.offline.deferred_actions import DeferredAction
from counter.rating.rating_outbox import Rating
from counter.shell.part import News
from tests.counter.desks import Desk
from tests.counter.pictures_card import HINTS, card_pictures
from tests.counter.pictures_held import held_pictures
from tests.counter.pictures_idle import idle_pictures
from tests.counter.pictures_reach import reach_pictures
from tests.harness.album import Keep
from tests.harness.branch import PIN, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

_START = "2026-11-21T09:12:00+08:00"


class Camera:
    """Takes a picture of a window in each language."""

    def __init__(self, keep: Keep, desk: Desk, hall: Hall | None = None) -> None:
        self._keep, self._desk, self._hall = keep, desk, hall

    def take(self, name: str, *, pad: bool = False, both: bool = True) -> None:
        """Keep `<name>-zh` and `<name>-en`, once nothing is on its way any more."""
        if self._hall is not None:
            settled(self._desk, self._hall)
        for code in ("zh", "en") if both else ("zh",):
            (self._desk.speak_to_customer if pad else self._desk.languages.use)(code)
            window = self._desk.pad if pad else self._desk
            window.grab()
            self._keep(f"{name}-{code}", window.grab())
        self._desk.languages.use("zh")


def settled(desk: Desk, hall: Hall) -> None:
    """Wait until the desk has been answered, and sees its queue as the service does."""
    asker, link, number = desk.controller.runner, desk.link, desk.controller.session.number
    until(lambda: not asker.pending and not asker.holds("primary") and not asker.holds("why"))
    if desk.line == "live" and desk.controller.session.here:
        until(lambda: hall.desk.snapshot(number)["hall"]["queue"] == link.view.queue)
        until(lambda: hall.desk.snapshot()["hall"]["counters"] == list(link.view.counters.values()))
        until(lambda: desk.controller.work.figures.own == hall.desk.figures(number))


@contextmanager
def _branch(clock: HandClock, changes: dict[str, str] | None = None) -> Iterator[tuple[Desk, Hall]]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRANCHLINE_CONFIG_DIR"] = f"{folder}/config"
        with running_service(
            Path(folder) / "data",
            sample_config({'"accumulating-priority"': '"longest-wait"', **(changes or {})}),
            clock,
        ) as service:
            hall = Hall(service)
            desk = Desk(service.url, service.tokens["counter"], rating_always=True, language="zh")
            try:
                yield desk, hall
            finally:
                desk.close()
                hall.close()


def _crowd(hall: Hall, clock: HandClock) -> None:
    """A morning's customers, over half an hour."""
    for step, (service, more) in enumerate(
        [
            ("A", {}),
            ("A", {"segment": "priority"}),
            ("B", {"language": "en"}),
            ("A", {}),
            ("A", {}),
            ("B", {"segment": "vip"}),
            ("A", {}),
            ("B", {}),
            ("A", {}),
        ]
    ):
        hall.comes(service, **more)
        clock.pass_minutes(2.5 if step < 6 else 1.2)


def pictures(keep: Keep) -> None:
    """Make them all; needs a QGuiApplication."""
    clock = HandClock(_START, 0.0)
    _unconnected(keep)
    with _branch(clock) as (desk, hall):
        shoot = Camera(keep, desk, hall)
        desk.wait("signInScreen")
        shoot.take("counter-sign-in")
        shoot.take("rating-idle-closed", pad=True)
        desk.try_sign_in(1, pin="0000")
        until(lambda: desk.controller.sign_in.error)
        shoot.take("counter-sign-in-wrong")
        desk.sign_in(1)
        shoot.take("counter-nobody-waits")
        shoot.take("rating-idle-ready", pad=True)
        _crowd(hall, clock)
        until(lambda: desk.controller.work.queue.model.rowCount() == 9)
        desk.controller.work.queue.refresh(News())
        shoot.take("counter-free")
        _serve(desk, hall, clock, shoot)
        _ratings(desk, clock, shoot)
        _lists(desk, hall, clock, shoot)
        _trouble(desk, hall, shoot)
    with _branch(HandClock(_START, 0.0)) as (desk, hall):
        desk.sign_in(1)
        reach_pictures(desk, hall, Camera(keep, desk, hall).take)
    held = HandClock(_START, 0.0)
    with _branch(held) as (desk, hall):
        desk.sign_in(1)
        held_pictures(desk, hall, held, Camera(keep, desk, hall).take)
    with _branch(HandClock(_START, 0.0), HINTS) as (desk, hall):
        desk.sign_in(1)
        card_pictures(desk, hall, Camera(keep, desk, hall).take)
    with _branch(HandClock(_START, 0.0)) as (desk, hall):
        _settings(desk, Camera(keep, desk, hall))
    idle_pictures(keep, HandClock(_START, 0.0))
    with _branch(HandClock(_START, 0.0)) as (desk, hall):
        _kept_out(desk, hall, Camera(keep, desk, hall))


def _settings(desk: Desk, shoot: Camera) -> None:
    """Where the customer is asked; on a machine with two screens and a third that is not plugged in."""
    desk.sign_in(1)
    screen = desk.controller.customer_screen
    screen.monitors.names, screen.monitors.areas = (
        ["eDP-1", "HDMI-1"],
        [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1024, 600)],
    )
    screen.choose("DP-9")
    desk.click("settingsButton")
    desk.wait("settingsPanel")
    shoot.take("counter-settings")


def _kept_out(desk: Desk, hall: Hall, shoot: Camera) -> None:
    """Somebody who works elsewhere, with and without a customer; and a number that is locked."""
    number = hall.comes()
    hall.desk.open_counter(2, "0312", PIN)
    desk.try_sign_in(1)
    until(lambda: desk.controller.sign_in.offer)
    shoot.take("counter-sign-in-move")
    hall.desk.next(2)
    until(lambda: number in str(desk.controller.sign_in.property("error")))
    shoot.take("counter-sign-in-move-with")
    hall.desk.start(2)
    hall.desk.finish(2)
    hall.desk.close_counter(2)
    for _ in range(6):
        until(lambda: not desk.controller.runner.holds("signIn"))
        desk.try_sign_in(1, "0288", "0000")
        until(lambda: not desk.controller.runner.pending)
    until(lambda: "60" in str(desk.controller.sign_in.property("error")))
    shoot.take("counter-sign-in-locked")
    until(lambda: not desk.controller.runner.holds("signIn"))
    desk.sign_in(1)
    hall.comes()
    hall.comes("A", segment="priority")
    until(lambda: desk.controller.work.queue.model.rowCount() == 2)
    desk.key("F1")
    until(lambda: desk.text("messageLine") and not desk.find("whyButton").property("busy"))
    shoot.take("counter-why-next")


def _unconnected(keep: Keep) -> None:
    """Nobody answers at that address, perhaps while something is kept; and somebody who does not know us."""
    for name in ("counter-connecting", "counter-connecting-kept"):
        desk = Desk("http://127.0.0.1:9", "", language="zh")
        until(lambda desk=desk: desk.line == "connecting")  # type: ignore[misc]  # a default
        if name.endswith("kept"):
            at = "2026-11-21T01:3{}:00+00:00"
            desk.controller.deferred.put(DeferredAction(Action.START, 1, "a", "A007", at.format(2), "one"))
            desk.controller.deferred.put(DeferredAction(Action.FINISH, 1, "a", "A007", at.format(8), "two"))
            desk.controller.pad.outbox.post(Rating("b", 5, (), "2026-11-21T01:39:00+00:00"))
            desk.controller.pending.refresh(News())
        Camera(keep, desk).take(name)
        desk.close()
        for file in ("counter-later.json", "counter-ratings.json"):
            (config_folder() / file).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as data, running_service(Path(data)) as service:
        desk = Desk(service.url, "unknown", language="zh")
        until(lambda: desk.line == "refused")
        desk.link.enter("refused", "http://192.168.1.40:8750")  # the real port is another each time
        Camera(keep, desk).take("counter-not-admitted")
        desk.close()


def _serve(desk: Desk, hall: Hall, clock: HandClock, shoot: Camera) -> None:
    desk.click("primaryButton")
    desk.wait("currentNumber")
    desk.wait("primaryButton", "开始办理")
    shoot.take("counter-called")
    shoot.take("rating-idle-calling", pad=True)
    desk.click("recallButton")
    desk.wait("aside", "已重呼 1 次")
    for _ in range(2):
        hall.desk.recall(1)
    desk.wait("primaryButton", "未到")
    shoot.take("counter-called-often")
    until(lambda: not desk.controller.runner.holds("recall"))
    desk.click("recallButton")
    desk.wait("primaryButton", "完成并请客户评价")
    _pass(desk, hall, clock, 3.7)
    shoot.take("counter-serving")
    shoot.take("rating-idle-serving", pad=True)
    desk.click("transferButton")
    desk.wait("transferPanel")
    shoot.take("counter-transfer")
    desk.click("transferButton")
    _pass(desk, hall, clock, 4)
    shoot.take("counter-over-standard")


def _ratings(desk: Desk, clock: HandClock, shoot: Camera) -> None:
    desk.click("primaryButton")
    desk.pad.wait("ratingScreen")
    shoot.take("rating-asked", pad=True)
    desk.pad.click("score-5")
    shoot.take("rating-five", pad=True)
    desk.pad.click("ratingTag-1")
    shoot.take("rating-five-tags", pad=True)
    desk.pad.click("score-1")
    shoot.take("rating-one", pad=True)
    desk.speak_to_customer("zh")
    desk.pad.click("ratingWrite")
    desk.pad.wait("ratingWriting")
    shoot.take("rating-writing-empty", pad=True)
    for letter in "fuwuhenhao":
        desk.pad.click(f"key-{letter}")
    shoot.take("rating-writing", pad=True)
    desk.pad.click("key-done")
    shoot.take("rating-one-sentence", pad=True)
    _easier(desk, shoot)
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    shoot.take("rating-thanks", pad=True)
    for code, name in (("already-rated", "already"), ("rating-too-late", "too-late")):
        desk.controller.pad.refuse(code)  # what both look like; that they are told is tested elsewhere
        shoot.take(f"rating-{name}", pad=True)
    desk.controller.pad.dismiss()
    shoot.take("counter-finished")


def _easier(desk: Desk, shoot: Camera) -> None:
    """As somebody who sees badly wants it."""
    desk.pad.click("ratingLarge")
    shoot.take("rating-large", pad=True)
    desk.pad.click("ratingContrast")
    shoot.take("rating-large-contrast", pad=True)
    desk.pad.click("ratingWrite")
    desk.pad.wait("ratingWriting")
    shoot.take("rating-writing-large-contrast", pad=True)
    desk.pad.click("key-done")
    desk.pad.click("ratingLarge")
    shoot.take("rating-contrast", pad=True)
    desk.pad.click("ratingContrast")


def _lists(desk: Desk, hall: Hall, clock: HandClock, shoot: Camera) -> None:
    for button in ("parkButton", "missedButton"):
        desk.wait("primaryButton", "呼叫下一位")
        desk.click("primaryButton")
        desk.wait("currentNumber")
        desk.click(button)
        desk.gone("currentNumber")
        shoot.take(f"counter-after-{button.removesuffix('Button')}")
    until(lambda: len([k for k in desk.controller.work.queue.model.rows() if k["group"] == "held"]) == 2)  # type: ignore[index]  # dicts
    desk.resize(420, 1000)
    shoot.take("counter-tall", both=False)
    desk.resize(1000, 720)
    shoot.take("counter-wide", both=False)
    desk.resize(420, 760)
    desk.click("callChosenButton")
    shoot.take("counter-choosing")
    desk.key("Escape")
    desk.click("pauseButton")
    desk.wait("pausePanel")
    shoot.take("counter-pause")
    desk.click("pauseReason-lunch")
    desk.wait("primaryButton", "恢复叫号")
    _pass(desk, hall, clock, 12)
    shoot.take("counter-paused")
    shoot.take("rating-idle-paused", pad=True)
    desk.click("primaryButton")
    desk.wait("primaryButton", "呼叫下一位")
    _with_note(desk, hall, shoot)


def _with_note(desk: Desk, hall: Hall, shoot: Camera) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    number = hall.comes("C", language="en")
    ticket = hall.desk.next(2)["ticket"]
    while ticket is not None and ticket["number"] != number:
        hall.desk.park(2)
        ticket = hall.desk.next(2)["ticket"]
    hall.desk.start(2)
    hall.desk.transfer(2, counter=1, note="已核验营业执照,请协助办理个人账户挂失,客户赶时间")
    desk.wait(f"queueRow-{number}")
    desk.click("primaryButton")
    desk.wait("currentNumber")
    while desk.text("currentNumber") != number:
        desk.click("parkButton")
        desk.gone("currentNumber")
        desk.click("primaryButton")
        desk.wait("currentNumber")
    desk.wait("primaryButton", "开始办理")
    shoot.take("counter-with-note")


def _trouble(desk: Desk, hall: Hall, shoot: Camera) -> None:
    desk.controller.work.actions.act("recall")
    until(lambda: not desk.controller.runner.pending)
    desk.controller.runner.ask("x", lambda api, key: api.next(1, key=key))
    until(lambda: desk.text("messageLine"))
    shoot.take("counter-refused")
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.click("primaryButton")
    until(lambda: desk.text("messageLine"))
    shoot.take("counter-lost")
    hall.service.start()
    until(lambda: desk.line == "live")


def _pass(desk: Desk, hall: Hall, clock: HandClock, minutes: float) -> None:
    """Time goes by, and the desk has heard of it."""
    before = desk.link.now()
    clock.pass_minutes(minutes)
    hall.desk.health()
    until(lambda: desk.link.now() > before + minutes * 50_000)
