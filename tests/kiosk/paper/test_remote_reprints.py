"""Staff want a ticket printed again: the kiosk prints it as a copy, once, whatever its screen shows."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from branch.client.calls.service_api import Api
from branch.contract.refusals import Refusal
from branch.devices.printers import make_printer
from tests.client.proxy import proxy
from tests.devices.printers.decode import Receipt
from tests.devices.printers.fake import FakePrinter, be_quick
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.stage import kiosk_screen


@pytest.fixture(autouse=True)
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for paper."""
    be_quick(monkeypatch)


def taken(service: RunningService) -> str:
    """A ticket that the kiosk gave."""
    with asking(service, "kiosk") as api:
        return api.issue("A", "en")["id"]


def copy(printer: FakePrinter, count: int = 1) -> Receipt:
    """The count-th ticket that came out; Qt runs until it has."""
    until(lambda: printer.tickets() >= count, "a ticket")
    return printer.wait_for_ticket(count)


def prints(manager: Api) -> list[object]:
    """What the service knows about the paper of each ticket."""
    return [visit["printed"] for visit in manager.visits()["visits"]]


def test_the_copy_comes_out_marked_and_is_told(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    ticket = taken(service)
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    assert manager.reprint(ticket)["kiosk"] == "test kiosk"
    receipt = copy(fake[0])
    assert receipt.text.startswith("[ REPRINT ]")
    assert "A001" in receipt.text
    assert receipt.qr == [f"{service.url}/t/{ticket}"]
    until(lambda: prints(manager) == [True])
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")
    copy(fake[0], 2)
    with asking(service, "kiosk") as api:
        assert api.reprints() == []
    assert fake[0].tickets() == 2, "once, though the kiosk has asked again"


def test_two_wishes_are_two_copies(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    first, second = taken(service), taken(service)
    show(service, printer=make_printer(fake[1]))
    for ticket in (first, second, first):
        manager.reprint(ticket)
    for count, number in enumerate(("A001", "A002", "A001"), start=1):
        assert number in copy(fake[0], count).text


def test_what_was_asked_while_the_line_hung_is_printed_when_it_is_back(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str], stack: ExitStack
) -> None:
    ticket = taken(service)
    line = stack.enter_context(proxy(service.url))
    screen = stack.enter_context(
        kiosk_screen(line.url, service.tokens["kiosk"], printer=make_printer(fake[1]))
    )
    until(lambda: bool(screen.kiosk.link.live), "live")
    line.hold_answers()
    assert manager.reprint(ticket)["kiosk"] == "test kiosk", "the service cannot know yet"
    assert fake[0].tickets() == 0
    line.cut_all()
    line.let_in()
    assert "A001" in copy(fake[0]).text
    until(lambda: prints(manager) == [True])


def test_no_paper_is_told_to_whoever_asks(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    ticket = taken(service)
    screen = show(service, printer=make_printer(fake[1]))
    fake[0].paper_out = True
    screen.kiosk.prints.look_again()
    until(lambda: [alert["kind"] for alert in manager.alerts()] == ["printer"])
    with pytest.raises(Refusal) as refused:
        manager.reprint(ticket)
    assert refused.value.code == "no-paper"


def test_paper_that_ends_only_now_is_told_as_not_printed(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    ticket = taken(service)
    show(service, printer=make_printer(fake[1])).at_home()
    fake[0].paper_out = True
    manager.reprint(ticket)
    until(lambda: prints(manager) == [False])
    until(lambda: [alert["kind"] for alert in manager.alerts()] == ["printer"])


def test_a_kiosk_without_a_printer_is_not_asked(service: RunningService, show: Show, manager: Api) -> None:
    ticket = taken(service)
    show(service).at_home()
    with pytest.raises(Refusal) as refused:
        manager.reprint(ticket)
    assert refused.value.code == "no-kiosk"
