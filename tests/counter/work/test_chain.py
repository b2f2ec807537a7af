"""Several services in one visit, at the real screens: added, seen, gone on to, rated once."""

from __future__ import annotations

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.work.test_person import serving
from tests.harness.hall import Hall
from tests.harness.waiting import until


def test_added_by_mouse_and_gone_on_to(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rating_always=True)
    desk.sign_in()
    number = serving(desk, hall)
    desk.click("transferButton")
    desk.click("chainToggle")
    desk.wait("chainTitle", "Afterwards, in this visit")
    assert not desk.wait("transferTo-A").isEnabled()  # it is being done
    desk.click("transferTo-B")
    desk.wait("primaryButton", "Finish, then Accounts and cards")
    assert "Then B" in desk.said()
    desk.key("Escape")
    desk.click("primaryButton")
    desk.wait(f"queueRow-{number}")
    assert not desk.pad.has("ratingScreen")
    assert hall.visit(number)["status"] == "waiting"
    for meaning in ("Call next", "Start service", "Finish and ask for rating"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    desk.pad.wait("ratingScreen")
    row = hall.visit(number)
    assert [done["service"] for done in row["served"]] == ["A", "B"]


def test_by_keys_and_taken_back(desk: Desk, hall: Hall) -> None:
    number = serving(desk, hall)
    desk.key("F4")
    desk.wait("transferPanel")
    desk.key("+")
    desk.key("B")
    desk.wait("undoText", f"{number}: what follows was changed")
    desk.wait("transferTo-B", "1. Accounts and cards")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    desk.gone("transferPanel")
    desk.wait("primaryButton", "Finish and ask for rating")


def test_taken_off_again_and_a_transfer_as_before(desk: Desk, hall: Hall) -> None:
    number = serving(desk, hall)
    desk.click("transferButton")
    desk.click("chainToggle")
    desk.click("transferTo-B")
    desk.wait("transferTo-B", "1. Accounts and cards")
    until(lambda: not desk.controller.runner.holds("chain"))
    desk.click("transferTo-B")
    desk.wait("transferTo-B", "Accounts and cards")
    desk.click("chainToggle")
    until(lambda: not desk.controller.runner.holds("chain"))
    desk.click("transferTo-B")
    until(lambda: hall.visit(number)["service"] == "B")
    assert hall.visit(number)["transfers"] == 1


def test_gone_on_without_a_rating_and_taken_back(desk: Desk, hall: Hall) -> None:
    number = serving(desk, hall)
    hall.desk.then(1, ["B"])
    desk.wait("primaryButton", "Finish, then Accounts and cards")
    desk.languages.use("zh")
    desk.wait("primaryButton", "办结并转 个人非现金")
    desk.languages.use("en")
    desk.key("F2")
    desk.wait("undoText", f"{number} finished")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    desk.wait("currentNumber", number)
    desk.wait("primaryButton", "Finish, then Accounts and cards")
