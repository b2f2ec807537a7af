"""A card at the scanner makes the next number one of its segment; what else stands on it is kept nowhere."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from branch.contract.branch_info import CardInfo
from branch.devices.scanners.codes import BookingCode, CustomerCard, Unknown, tell
from branch.service.config.branch_config import ConfigError
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService, sample_config
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.branches import CARD, with_cards
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen


@pytest.fixture
def service(start: Start) -> RunningService:
    """A branch that knows two kinds of cards, with counters 1 and 2 open."""
    running = start(edit=with_cards)
    open_counters(running, 1, 2)
    return running


def segments(service: RunningService) -> list[tuple[object, object, object]]:
    """Number, segment and reason of every ticket, as the manager sees them."""
    with asking(service, "manager") as api:
        rows = api.visits()["visits"]
    return [(row["number"], row["segment"], row.get("segment_reason")) for row in rows]


def test_the_next_number_is_of_that_segment_and_the_one_after_is_not(
    screen: Screen, service: RunningService
) -> None:
    type_keys(screen.window, CARD)
    screen.wait("cardBanner", "已识别您的卡，下一个号码：贵宾")
    screen.tap("language-en")
    assert screen.text("cardBanner") == "Card recognised. Your next number: VIP"
    assert screen.has("service-V"), "a card takes no choice away"
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    screen.tap("thanksHome")
    screen.at_home()
    assert not screen.has("cardBanner")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A002")
    assert segments(service) == [("A001", "vip", None), ("A002", "ordinary", None)]


def test_a_card_may_stand_for_a_reason(screen: Screen, service: RunningService) -> None:
    type_keys(screen.window, "VET-0042")
    screen.wait("cardBanner")
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")
    assert segments(service) == [("B001", "priority", "veteran")]


def test_who_walks_away_leaves_nothing(screen: Screen, service: RunningService) -> None:
    type_keys(screen.window, CARD)
    screen.wait("cardBanner")
    screen.kiosk.visit.give_up()
    screen.gone("cardBanner")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    assert segments(service) == [("A001", "ordinary", None)]


def test_it_can_be_scanned_wherever_a_customer_is(screen: Screen, service: RunningService) -> None:
    screen.tap("appointmentCard")
    screen.wait("appointmentScreen")
    type_keys(screen.window, CARD)
    screen.wait("cardBanner")
    screen.tap("service-A")
    screen.wait("thanksScreen")
    type_keys(screen.window, CARD)  # the next customer, in a hurry
    screen.wait("cardBanner")
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A002")
    assert [segment for _, segment, _ in segments(service)] == ["vip", "vip"]


def test_the_bar_for_who_goes_first_takes_its_place_and_gives_it_up(screen: Screen) -> None:
    type_keys(screen.window, CARD)
    screen.wait("cardBanner")
    screen.tap("togglePriority")
    screen.tap("reason-veteran")
    screen.wait("priorityBanner")
    assert not screen.has("cardBanner")
    screen.tap("togglePriority")
    screen.gone("priorityBanner")
    assert screen.kiosk.precedence.segment is None


def test_without_the_service_it_counts_too_and_its_number_is_kept_nowhere(
    service: RunningService, show: Show, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    own = tmp_path / "own" / "kiosk.sqlite"
    screen = show(service, outbox=own)
    screen.at_home()
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    type_keys(screen.window, CARD)
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    screen.tap("thanksHome")
    screen.at_home()
    service.stop()
    screen.wait("lostBanner")
    type_keys(screen.window, CARD)
    screen.wait("cardBanner")
    assert CARD not in str(screen.said())
    screen.tap("service-A")
    screen.wait("thanksNumber", "A950")
    kept = [file.read_bytes() for folder in (own.parent, tmp_path / "data") for file in folder.rglob("*.*")]
    assert any(b"vip" in bytes_ for bytes_ in kept)
    assert not [bytes_ for bytes_ in kept if CARD.encode() in bytes_]
    assert not [record for record in caplog.records if CARD in record.getMessage()]
    service.start()
    until(lambda: len(segments(service)) == 2, "handed in", 20)
    assert segments(service)[1] == ("A950", "vip", None)


def test_the_staff_menu_shows_what_it_is_and_not_its_number(screen: Screen) -> None:
    screen.kiosk.staff.enter("menu")
    type_keys(screen.window, CARD)
    until(lambda: "[[cards]] vip" in str(screen.said()), "told")
    assert CARD not in str(screen.said())


def test_a_card_no_branch_knows_is_told_so(screen: Screen) -> None:
    type_keys(screen.window, "6228480000000000000")
    screen.wait("refusedText", "这个二维码不能在本机使用")
    assert "6228480000000000000" not in str(screen.said())


def test_the_whole_text_has_to_match() -> None:
    cards = [CardInfo(pattern="62258[0-9]{4}", segment="vip")]
    assert tell("622583456", "", cards) == CustomerCard("vip", None)
    assert tell("622583456", "") == BookingCode("622583456"), "digits alone: the cards come first"
    for text in ("6225834567", "x622583456", "62258 3456"):
        assert not isinstance(tell(text, "", cards), CustomerCard)
    anything = [CardInfo(pattern=".*", segment="vip")]
    assert tell("7" * 121, "", anything) == Unknown()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('segment = "vip"\n[[cards]]', 'segment = "gold"\n[[cards]]', "a card names segment 'gold'"),
        (
            'reason = "veteran"',
            'reason = "rich"',
            "a card names reason 'rich', which segment priority has not",
        ),
        ("VET-[0-9]+", "VET-[0-9", "cards.1.pattern: 'VET-\\[0-9' is no regular expression"),
    ],
)
def test_a_mistake_in_branch_toml_is_named(before: str, after: str, said: str) -> None:
    def edit(text: str) -> str:
        text = with_cards(text)
        assert before in text
        return text.replace(before, after)

    with pytest.raises(ConfigError, match=said):
        sample_config(edit=edit)
