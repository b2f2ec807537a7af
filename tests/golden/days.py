"""The days that are recorded: a service with a clock moved by hand, and what its people do."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import requests

from branch.service.config.branch_config import parse
from tests.golden.crowd import Crowd
from tests.golden.customers import RecordingClock
from tests.golden.recorded import DATA
from tests.harness.branch import RunningService, sample_toml
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.office import Office

COUNTER = 2
"""The counter whose queue and figures are asked for."""

_EVERYTHING = {
    "come": 22, "work": 90, "choose": 14, "sign_in": 2, "sign_out": 1, "rest": 2, "reprint": 4, "leave": 1,
    "come_back": 3, "rate": 14, "shut": 2, "alert": 3, "tell": 2, "complain": 5, "book": 4, "check_in": 7,
    "call_off": 1, "reserve": 1, "hand_in": 3,
}  # fmt: skip
_PEOPLE = """
[[staff]]
id = "0455"
pin = "PIN"
public_name = { zh = "小李", en = "Li" }

[[staff]]
id = "0199"
pin = "PIN"

[[hints]]
segment = "priority"
text = { zh = "请放慢语速", en = "Speak slowly" }

[[hints]]
service = "C"
segment = "vip"
text = { zh = "通知客户经理", en = "Tell the adviser" }

[[cards]]
pattern = "62258[0-9]{11}"
segment = "priority"
reason = "elderly"

[[groups]]
id = "personal"
names = { zh = "个人业务", en = "Personal banking" }
"""
_REASONS = """credit_minutes = 10
reasons = [{ id = "elderly", names = { zh = "60 岁以上老年人", en = "60 or older" } }]
"""
_OWN = """prefix = "B"
group = "personal"
documents = { zh = ["本人身份证"], en = ["Your ID card"] }
self_service = { zh = "智能柜台可办", en = "Smart counter: no wait" }
steps = [{ id = "greet", names = { zh = "问候", en = "Greet" } }]
"""
_SLOTS = """
[[slots]]
service = "B"
from = "09:00"
to = "16:00"
every_minutes = 30
capacity = 2
"""


def branch_toml(*changes: tuple[str, str], more: str = "") -> str:
    """A branch that uses most of what can be set, with ``changes`` to its text and ``more`` at its end."""
    text = sample_toml()
    pin = text.split('pin = "')[1].split('"')[0]
    for old, new in (
        ("# public_url", 'public_url = "http://192.168.1.10:8750"\n# public_url'),
        ("credit_minutes = 10\n", _REASONS),
        ('prefix = "B"\n', _OWN),
        ('closing = "off"', 'closing = "warn"'),
        ('ask_phone = "never"', 'ask_phone = "offer"'),
        *changes,
    ):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + _PEOPLE.replace("PIN", pin) + more


@contextmanager
def people(work: Path, toml: str, at: str, seed: int) -> Iterator[Crowd]:
    """A branch that is being served in ``work``, and its people."""
    (work / "branch.toml").write_text(toml, encoding="utf-8")
    clock = RecordingClock(at)
    service = RunningService(work / "data", parse(toml), clock)
    try:
        with closing(Asker(service)) as asker:
            crowd = Crowd(asker, clock, seed)
            yield crowd
            asker.snapshot()  # what has become due by now is written
            keep(work, service.tokens, clock.text(), crowd.last)
    finally:
        service.stop()


def everything(work: Path) -> None:
    """Days that use every command and every type of event."""
    with (
        closing_office() as office,
        people(work, _with_office(office), "2026-11-20T08:40:00+08:00", 1) as crowd,
    ):
        crowd.day(140, _EVERYTHING)
        crowd.clock.put("2026-11-20T16:40:00+08:00")
        crowd.day(30, _EVERYTHING)
        crowd.clock.put("2026-11-21T09:05:00+08:00")
        from_head_office(office, crowd)
        crowd.day(250, _EVERYTHING)
        with printing_kiosk(crowd):  # which is dropped in the end, for nobody reads what it is told
            crowd.day(80, _EVERYTHING)
        every_command(crowd)
    _without_office(work)


def appointments(work: Path) -> None:
    """Days full of appointments: booked for slots, moved, kept, late, cancelled, missed, of days to come."""
    weights = {"book": 12, "check_in": 14, "call_off": 3, "come": 8, "work": 40, "rate": 3, "sign_in": 2}
    with (
        closing_office() as office,
        people(work, _with_office(office, more=_SLOTS), "2026-11-19T08:50:00+08:00", 2) as crowd,
    ):
        for day in ("19", "20", "21"):
            crowd.clock.put(f"2026-11-{day}T08:50:00+08:00")
            for hour in (9, 10, 11):
                crowd.book_at(f"2026-11-{day}T{hour:02d}:30:00+08:00", service="B")
            crowd.day(90, weights)
            crowd.clock.pass_seconds(45 * 60)
            crowd.day(30, weights)
        from_head_office(office, crowd)
    _without_office(work)


def offline(work: Path) -> None:
    """A day on which two kiosks give numbers by themselves and tell of them later."""
    weights = {"reserve": 6, "hand_in": 20, "come": 10, "work": 30, "reprint": 2, "sign_in": 2, "alert": 2}
    with people(work, branch_toml(), "2026-11-20T09:00:00+08:00", 3) as crowd:
        crowd.day(40, weights)
        crowd.clock.put("2026-11-21T09:00:00+08:00")
        crowd.blocks.clear()
        crowd.day(190, weights)


def cases(work: Path) -> None:
    """Feedback cases, alerts, notices and appointments over several days, carried from day to day."""
    busy = {"come": 12, "work": 45, "rate": 14, "complain": 9, "tell": 4, "alert": 5, "book": 3, "sign_in": 3}
    with people(
        work, branch_toml(("keep_days = 30", "keep_days = 2")), "2026-11-17T09:00:00+08:00", 4
    ) as crowd:
        for day in range(17, 22):
            crowd.clock.put(f"2026-11-{day}T09:00:00+08:00")
            crowd.day(80, busy)
            crowd.open_case()
            crowd.clock.put(f"2026-11-{day}T15:30:00+08:00")
            crowd.day(20, busy)


def demo(work: Path, folder: Path) -> None:
    """The day of a ``branchline demo`` that was played into ``folder``."""
    toml = (folder / "branch.toml").read_text(encoding="utf-8")
    toml = toml.replace("# public_url", 'public_url = "http://192.168.1.10:8750"\n# public_url', 1)
    (work / "branch.toml").write_text(toml, encoding="utf-8")
    (work / "data").mkdir()
    for name in DATA:
        shutil.copy(folder / "data" / name, work / "data" / name)
    [(last,)] = asked(work, "SELECT max(at) FROM events")
    clock = RecordingClock("2026-11-20T00:00:00Z")
    clock.pass_seconds((last - clock.now()) / 1000 + 1)
    service = RunningService(work / "data", parse(toml), clock)
    with closing(Asker(service)) as asker:
        crowd = Crowd(asker, clock, 0)
        while crowd.last is None:  # a refusal is no row, but it is an answer to be given again
            crowd.say("manager", "/v1/tickets", {"service": "none"})
    service.stop()
    tokens = dict(service.tokens)
    for role in ("kiosk", "display", "counter"):  # the apps' own, as they have remembered them
        settings = json.loads((folder / "settings" / f"{role}.json").read_text(encoding="utf-8"))
        tokens[role] = settings["token"]
    keep(work, tokens, clock.text(), crowd.last)


@contextmanager
def closing_office() -> Iterator[Office]:
    """A head office that answers."""
    office = Office()
    office.open()
    try:
        yield office
    finally:
        office.close()


@contextmanager
def printing_kiosk(crowd: Crowd) -> Iterator[None]:
    """A kiosk that follows the feed and can print for staff."""
    running = crowd.asker.running
    headers = {"Authorization": f"Bearer {running.tokens['kiosk']}"}
    with requests.get(
        f"{running.url}/v1/events?prints=true", headers=headers, stream=True, timeout=60
    ) as feed:
        lines = feed.iter_lines(chunk_size=1)
        next(lines)
        yield
        del lines  # held until now: without it the line is hung up


def from_head_office(office: Office, crowd: Crowd) -> None:
    """Appointments of head office's list: new, changed, cancelled."""
    day = crowd.clock.text()[:10]
    rows = [
        {"ref": f"HO-{day}-{n}", "service": "A", "starts_at": f"{day}T{n:02d}:30:00+08:00", "code": code,
         "name": "李雷", "phone": "13900001111", "note": "from head office"}
        for n, code in ((13, "HHHA"), (14, "HHHB"), (15, "HHHC"))
    ]  # fmt: skip
    office.rows = rows
    until(lambda: bool(_known(crowd, str(rows[2]["code"]))), seconds=10)
    office.rows = [
        rows[0],
        {**rows[1], "starts_at": f"{day}T15:10:00+08:00"},
        {**rows[2], "status": "cancelled"},
    ]
    until(lambda: [a["status"] for a in _known(crowd, str(rows[2]["code"]))] == ["cancelled"], seconds=10)
    crowd.bookings.append({**_known(crowd, str(rows[0]["code"]))[0], "qr": "none", "phone": "13900001111"})


def _known(crowd: Crowd, code: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = crowd.asker.get(f"/v1/appointments?code={code}").json()["appointments"]
    return found


def every_command(crowd: Crowd) -> None:
    """What chance may have left out, once each and in the newest day."""
    say, must, clock = crowd.say, crowd.must, crowd.clock
    for number in (1, 2, 3, 4):
        for act in ("no-show", "finish", "resume", "finish", "close"):
            say("counter", f"/v1/counters/{number}/{act}")
    for service in "ABCV":
        must("manager", f"/v1/services/{service}/reopen")
    must("counter", "/v1/counters/1/open", {"staff": "0312", "pin": "4821"})

    must("counter", "/v1/counters/2/open", {"staff": "0288", "pin": "4821"})

    def called() -> str:
        ticket: str = must("manager", "/v1/tickets", {"service": "A"})["id"]
        must("counter", "/v1/counters/1/call", {"ticket": ticket, "reason": "needs-care"})
        return ticket

    one = called()
    must("counter", "/v1/counters/1/recall")
    must("counter", "/v1/counters/1/start", {"ticket": one, "at": clock.text()})
    must("counter", "/v1/counters/1/steps", {"step": "greet", "ticket": one, "at": clock.text()})
    must("counter", "/v1/counters/1/steps", {"step": "greet", "done": False})
    must("counter", "/v1/counters/1/then", {"services": ["B", "C"]})
    must("counter", "/v1/counters/1/finish", {"ticket": one, "at": clock.text()})  # goes on to B
    must("counter", "/v1/counters/1/undo")
    must("counter", "/v1/counters/1/open", {"staff": "0312", "pin": "4821", "services": ["A"]})
    must("counter", "/v1/counters/4/open", {"staff": "0312", "pin": "4821", "move": True})  # brings it along
    must("counter", "/v1/counters/4/transfer", {"staff": "0288", "note": "knows the case"})
    must("counter", "/v1/counters/4/close")
    must("counter", "/v1/counters/1/open", {"staff": "0312", "pin": "4821"})
    two = called()
    must("counter", "/v1/counters/1/start")
    must("counter", "/v1/counters/1/park", {"remind_s": 30})
    clock.pass_seconds(31)
    crowd.asker.snapshot()  # ReminderDue
    must("counter", "/v1/counters/1/park-again", {"ticket": two, "remind_s": 600})
    must("counter", "/v1/counters/1/requeue", {"ticket": two})
    three = called()
    must("counter", "/v1/counters/1/no-show")
    must("integration", f"/v1/tickets/{three}/requeue")
    must("integration", f"/v1/tickets/{three}/cancel")
    four = called()
    for role, alert in crowd.alerts:
        say(role, f"/v1/alerts/{alert}/clear")
    with printing_kiosk(crowd):
        must("counter", f"/v1/tickets/{four}/reprint")
    must("kiosk", f"/v1/tickets/{four}/printed", {"ok": False, "reason": "paper jam"})
    must("counter", "/v1/counters/1/start")
    must("counter", "/v1/counters/1/finish")
    must("counter", f"/v1/tickets/{four}/no-rating")
    must("integration", f"/t/{four}/rating", {"score": 1, "tags": ["not-solved"], "comment": "没办成"})
    must("counter", "/v1/counters/1/pause", {"reason": "lunch", "minutes": 30})
    must("counter", "/v1/counters/1/resume")
    must("manager", "/v1/services/V/close", {"reason": "busy"})
    must("manager", "/v1/services/V/reopen")
    alert = must("display", "/v1/alerts", {"kind": "sound", "detail": "no device"})["id"]
    must("display", f"/v1/alerts/{alert}/clear")
    notice = must("manager", "/v1/notices", {"text": {"en": "Soon over"}, "until": clock.text(5)})["id"]
    clock.pass_seconds(6)
    crowd.asker.snapshot()  # NoticeEnded by time
    assert crowd.say("manager", f"/v1/notices/{notice}/end") is None
    notice = must("manager", "/v1/notices", {"text": {"en": "On"}})["id"]
    must("manager", f"/v1/notices/{notice}/end")
    crowd.open_case()
    case = crowd.cases[-1]
    for act in ("take", "note", "resolve", "reopen"):
        must(
            "manager", f"/v1/cases/{case}/{act}", None if act == "take" else {"text": "回电", "by": "Ms Chen"}
        )
    crowd.book_at(clock.text(60))
    booked = crowd.bookings[-1]
    must("kiosk", "/v1/appointments/check-in", {"qr": booked["qr"], "language": "en"})
    crowd.book_at(clock.text(120))
    must("integration", f"/v1/appointments/{crowd.bookings[-1]['id']}/cancel")
    crowd.book_at(clock.text(180))
    crowd.reserve()
    crowd.hand_in()
    for _ in range(4):
        clock.pass_seconds(40 * 60)  # the last appointment expires, and what waits for an answer is overdue
        crowd.asker.snapshot()
    must("manager", "/v1/tickets", {"service": "C", "segment": "vip"})


def _with_office(office: Office, more: str = "") -> str:
    return branch_toml(
        ("interval_minutes = 5", f'interval_minutes = 0.003\nsource_url = "{office.url}"'),
        ("answer_within_hours = 8", "answer_within_hours = 2"),
        more=more,
    )


def _without_office(work: Path) -> None:
    """Nobody is there to be asked when the days are read."""
    path = work / "branch.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("source_url")), encoding="utf-8")


def keep(work: Path, tokens: dict[str, str], at: str, retried: dict[str, Any] | None) -> None:
    assert retried is not None
    facts = {"at": at, "counter": COUNTER, "tokens": tokens, "retried": retried}
    (work / "facts.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def asked(folder: Path, question: str) -> list[tuple[Any, ...]]:
    """The rows that a journal answers, in a data folder or above one."""
    data = folder / "data" if (folder / "data").exists() else folder
    with closing(sqlite3.connect(data / "journal.db")) as connection:
        return connection.execute(question).fetchall()


DAYS: dict[str, Callable[[Path], None]] = {
    "everything": everything,
    "appointments": appointments,
    "offline": offline,
    "cases": cases,
}
