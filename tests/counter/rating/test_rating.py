"""The rating window: once, for one ticket, quickly, and no business of the teller's."""

from __future__ import annotations

from pathlib import Path

import pytest

from branch.client.local_store import config_folder
from branch.contract.times import to_text
from branch.qt.driving import driver
from counter.rating.rating_outbox import Rating
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


def serve(desk: Desk, hall: Hall, **more: str) -> str:
    """Somebody comes, is served, and is asked."""
    number = hall.comes(**more)
    desk.wait("primaryButton", "Call next")
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    for meaning in ("Start service", "Finish and ask for rating"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    until(lambda: number in desk.pad.text("ratingAbout"))
    return number


def rated(hall: Hall, number: str) -> object:
    """What the manager sees."""
    return hall.visit(number)["rating"]


def passes(desk: Desk, hall: Hall, clock: HandClock, seconds: float) -> None:
    """So many seconds go by at the service, and the desk hears of it by something that happens there."""
    before = desk.link.now()
    clock.pass_minutes(seconds / 60)
    hall.comes("C")
    until(lambda: desk.link.now() >= before + seconds * 1000)


def test_a_face_and_a_word_are_sent_once(desk: Desk, hall: Hall) -> None:
    assert not desk.pad.visible()
    number = serve(desk, hall)
    assert desk.pad.text("ratingCountdown") == "20 秒后自动关闭"
    assert not desk.pad.has("ratingSend")
    desk.pad.click("score-4")
    desk.pad.click("ratingTag-1")
    desk.pad.click("ratingTag-0")
    desk.pad.click("ratingTag-0")
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    until(lambda: rated(hall, number) == {"score": 4, "tags": ["fast"]})
    until(lambda: not desk.pad.visible())
    assert hall.visit(number)["status"] == "served"


def test_one_touch_is_enough(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = serve(desk, hall)
    desk.pad.click("score-5")
    desk.pad.wait("ratingCountdown", "8 秒后自动提交")
    assert rated(hall, number) is None
    passes(desk, hall, clock, 9)
    until(lambda: rated(hall, number) == {"score": 5, "tags": []})


def test_a_slip_of_the_finger_can_be_put_right(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    desk.pad.click("score-1")
    desk.pad.click("ratingTag-0")
    desk.pad.click("score-5")
    assert desk.controller.pad.property("given") == [False] * 4
    desk.pad.click("ratingSend")
    until(lambda: rated(hall, number) == {"score": 5, "tags": []})


def test_without_a_touch_it_closes_by_itself(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = serve(desk, hall)
    passes(desk, hall, clock, 8)
    until(lambda: desk.pad.text("ratingCountdown") in {"12 秒后自动关闭", "11 秒后自动关闭"})
    passes(desk, hall, clock, 13)
    until(lambda: not desk.pad.visible())
    until(lambda: hall.visit(number)["unrated"])
    assert rated(hall, number) is None
    until(lambda: len(desk.controller.pad.outbox) == 0)


def test_a_question_that_the_next_one_ends_is_no_rating_and_one_taken_back_is_none(
    desk: Desk, hall: Hall
) -> None:
    first = serve(desk, hall)
    second = serve(desk, hall)
    until(lambda: hall.visit(first)["unrated"])
    desk.click("undoButton")
    until(lambda: not desk.pad.visible())
    assert not hall.visit(second)["unrated"]


def test_silence_that_a_cut_line_held_up_is_told_later(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.pad.window.close()
    until(lambda: not desk.pad.visible())
    assert len(desk.controller.pad.outbox) == 1
    hall.service.start()
    until(lambda: hall.visit(number)["unrated"])
    until(lambda: len(desk.controller.pad.outbox) == 0)


def test_who_has_rated_on_the_phone_is_told_so_politely(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    hall.desk.rate(str(hall.visit(number)["id"]), 2, source="phone")
    desk.pad.click("score-5")
    desk.pad.click("ratingSend")
    desk.pad.wait("thanksDetail", "您已在手机上评价过本次服务")
    until(lambda: len(desk.controller.pad.outbox) == 0)
    assert rated(hall, number) == {"score": 2, "tags": []}
    assert desk.text("messageLine") == ""
    until(lambda: not desk.pad.visible())


def test_a_rating_that_comes_too_late_bothers_nobody(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = serve(desk, hall)
    passes(desk, hall, clock, 31 * 60)
    until(lambda: not desk.pad.visible())
    late = Rating(str(hall.visit(number)["id"]), 5, (), to_text(desk.link.now()))
    desk.controller.pad.outbox.post(late)
    until(lambda: len(desk.controller.pad.outbox) == 0)
    assert rated(hall, number) is None
    assert desk.text("messageLine") == ""


def test_a_rating_that_is_too_late_is_said_so_while_its_customer_is_there(
    tmp_path: Path, open_desk: OpenDesk, clock: HandClock
) -> None:
    """In a branch with less patience than its pad."""
    impatient = sample_config({"rating_minutes = 30": "rating_minutes = 0.1"})
    with running_service(tmp_path / "impatient", impatient, clock) as service:
        hall = Hall(service)
        desk = open_desk(service=service)
        desk.sign_in()
        number = serve(desk, hall)
        passes(desk, hall, clock, 10)
        desk.pad.click("score-4")
        desk.pad.click("ratingSend")
        desk.pad.wait("thanksDetail", "本次服务的评价时间已过")
        assert rated(hall, number) is None
        assert desk.text("messageLine") == ""
        desk.close()
        hall.close()


def test_the_teller_is_not_kept_waiting_and_the_rating_stays_with_its_ticket(desk: Desk, hall: Hall) -> None:
    first = serve(desk, hall)
    second = hall.comes()
    desk.wait("primaryButton", "Call next")
    driver.key(desk.window, "F2")  # the customer's window has not taken the keyboard
    desk.wait("currentNumber", second)
    assert first in desk.pad.text("ratingAbout")
    desk.pad.click("score-3")
    desk.pad.click("ratingSend")
    until(lambda: rated(hall, first) == {"score": 3, "tags": []})
    assert rated(hall, second) is None


def test_the_next_question_sends_what_was_chosen_before(desk: Desk, hall: Hall) -> None:
    first = serve(desk, hall)
    desk.pad.click("score-2")
    second = serve(desk, hall)
    until(lambda: rated(hall, first) == {"score": 2, "tags": []})
    assert desk.controller.pad.property("score") == 0
    desk.pad.click("score-5")
    desk.pad.click("ratingSend")
    until(lambda: rated(hall, second) == {"score": 5, "tags": []})


def test_an_undone_finish_takes_the_question_back(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    desk.pad.click("score-1")
    desk.click("undoButton")
    until(lambda: not desk.pad.visible())
    desk.wait("currentNumber", number)
    assert rated(hall, number) is None
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.click("primaryButton")
    until(lambda: desk.pad.text("ratingAbout") != "")
    assert desk.controller.pad.property("score") == 0


def test_the_teller_sees_nothing_of_it(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    desk.wait("primaryButton", "Call next")
    until(lambda: desk.text("ownWork").startswith("Today: 1 served"))
    before = desk.said()
    desk.pad.click("score-1")
    desk.pad.click("ratingTag-1")
    desk.pad.click("ratingSend")
    until(lambda: rated(hall, number) is not None)
    hall.comes("C")
    after = desk.said()
    assert set(after) - set(before) <= {f"{number} finished", "Undo", "F9"}
    assert not {"1", "Very poor", "Unfriendly", "很不满意", "态度欠佳"} & set(after)


def test_it_speaks_the_customer_s_language_and_leaves_the_teller_s_alone(desk: Desk, hall: Hall) -> None:
    desk.languages.use("zh")
    desk.wait("primaryButton", "呼叫下一位")
    number = hall.comes(language="en")
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    for meaning in ("开始办理", "完成并请客户评价"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    until(lambda: "How was our service?" in desk.pad.said())
    assert {"Very poor", "Poor", "Fair", "Good", "Very good"} <= set(desk.pad.said())
    desk.pad.click("language-zh")
    until(lambda: "本次服务您满意吗?" in desk.pad.said())
    desk.pad.click("language-en")
    until(lambda: "How was our service?" in desk.pad.said())
    assert desk.text("pauseButton") == "暂停"


def test_a_broken_line_loses_no_rating(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.pad.click("score-5")
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    assert len(desk.controller.pad.outbox) == 1
    hall.service.start()
    until(lambda: desk.line == "live")
    until(lambda: rated(hall, number) == {"score": 5, "tags": []})


def test_a_rating_outlives_the_app_and_counts_as_given_when_it_was(
    open_desk: OpenDesk, hall: Hall, clock: HandClock
) -> None:
    desk = open_desk()
    desk.sign_in()
    number = serve(desk, hall)
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.pad.click("score-1")
    desk.pad.click("ratingTag-1")
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    desk.close()
    clock.pass_minutes(45)  # more than a rating may take
    hall.service.start()
    later = open_desk()
    until(lambda: rated(hall, number) == {"score": 1, "tags": ["unfriendly"]})
    until(lambda: len(later.controller.pad.outbox) == 0)
    later.close()
    assert len(open_desk().controller.pad.outbox) == 0


def test_a_damaged_file_of_ratings_is_said_in_the_log_and_stops_nobody(
    open_desk: OpenDesk, caplog: pytest.LogCaptureFixture
) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "counter-ratings.json").write_text('{"ratings": [{"score": 5}]}', "utf-8")
    with caplog.at_level("WARNING"):
        assert len(open_desk().controller.pad.outbox) == 0
    assert "counter-ratings.json is not usable" in caplog.text


def test_the_same_rating_asked_again_is_one(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    rating = Rating(str(hall.visit(number)["id"]), 4, (), to_text(desk.link.now()))
    desk.controller.pad.outbox.post(rating)
    until(lambda: len(desk.controller.pad.outbox) == 0)
    desk.controller.pad.outbox.post(rating)
    until(lambda: len(desk.controller.pad.outbox) == 0)
    assert rated(hall, number) == {"score": 4, "tags": []}


def test_a_window_of_its_own_says_who_is_served(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rating_always=True)
    desk.pad.wait("idleStatus", "本窗口暂未开放")
    desk.sign_in()
    desk.pad.wait("idleStatus", "请等候叫号")
    number = hall.comes(language="en")
    desk.click("primaryButton")
    desk.pad.wait("idleNumber", number)
    desk.pad.wait("idleStatus", "Now calling")
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.pad.wait("idleStatus", "Now serving")
    desk.click("parkButton")
    desk.pad.gone("idleNumber")
    hall.desk.pause(1)
    desk.pad.wait("idleStatus", "本窗口暂停服务,请稍候")


def test_who_wants_no_rating_is_not_asked(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rates=False)
    desk.sign_in()
    number = hall.comes()
    for meaning in ("Call next", "Start service", "Finish"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    until(lambda: hall.status(number) == "served")
    desk.wait("primaryButton", "Call next")
    assert not desk.pad.visible()
