"""One busy morning that all views are made of: somebody in every place a customer can be in."""

from __future__ import annotations

from branch.domain import commands as c
from branch.service.feed.hall_views import Views
from tests.domain.branches import PLAN, at
from tests.domain.helpers import Story, called_in, given, issue, seat, served_in

VIEWS = Views(PLAN, "http://branch.test:8750/")


def morning() -> Story:
    """Ten o'clock on a Friday."""
    return given(
        issue("served", phone="13800000000"),
        issue("parked"),
        issue("missed", language="en"),
        issue("transferred", "B"),
        seat(1, "li"),
        seat(2, "wang"),
        seat(4, "zhao"),
        c.BookAppointment("booking", "4711", "B", at("10:00"), phone="13900000000", name="Zhang San"),
        *served_in(1),
        c.RateTicket("served", 4, tags=("friendly",), comment="thank you", source="phone"),
        *called_in(1),
        "+60s",
        c.ParkTicket(1),
        *(c.CallNext(1), c.RecallTicket(1), c.MarkMissed(1)),
        *(*called_in(1), c.TransferTicket(1, service="A", to_counter=2, note="bring the form")),
        "09:40",
        issue("left"),
        c.CancelTicket("left"),
        issue("serving"),
        issue("vip", "V"),
        "09:45",
        *called_in(4),
        *(c.CallTicket(1, "serving", "cannot stand"), c.StartServing(1)),
        c.CheckIn("booking", "promised", "en"),
        issue("waiting", segment="priority"),
        c.ConfirmPrint("waiting", ok=False, reason="out of paper"),
        issue("last"),
        c.CallNext(2),
        c.CloseService("C", "system down"),
        c.RaiseAlert("alert1", kind="paper-low", source="kiosk", detail="near its end"),
        c.RaiseAlert("alert2", kind="silent-alarm", source="counter 2", counter=2),
        c.RaiseAlert("alert3", kind="sound", source="display"),
        c.TakeAlert("alert3", "wang"),
        c.ClearAlert("alert3", "wang"),
        c.PostNotice(
            "notice1", level="info", text={"zh": "谨防诈骗", "en": "Beware of fraud"}, by="manager desk"
        ),
        c.PostNotice(
            "notice2", level="emergency", text={"zh": "请离开大厅"}, by="manager desk", until=at("18:00")
        ),
        c.EndNotice("notice2", "manager desk"),
        c.TickStep(1, "greet"),
        *(seat(3, "chen"), c.TakeAlert("alert1", "chen"), c.CloseCounter(3)),
        "10:00",
    )
