"""branch.toml: what is wrong is told in one line that names the key; what is right becomes the plan."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

import assets
from branch.domain.plan.services_offered import Quota
from branch.opening_hours import MINUTE, SECOND
from branch.service.config.branch_config import ConfigError, load, parse
from tests.harness.clocks import instant

SAMPLE = assets.ROOT / "sample" / "branch.toml"
LEAST = """
[branch]
name = { zh = "支行" }
time_zone = "Asia/Shanghai"
[[services]]
id = "A"
prefix = "A"
names = { zh = "现金" }
[[counters]]
number = 1
services = ["A"]
"""

FIVE = ", ".join(f'{{id = "r{n}", scores = [2], names = {{en = "{n}"}}}}' for n in range(5))
"""More reasons for a score than stand beside each other."""

QUOTA = '{ from = "%s", to = "%s", tickets = 3 }'
WRONG: list[tuple[str, str, str]] = [
    # what stands in the sample, what stands there instead, what the line must say
    ('time_zone = "Asia/Shanghai"', "", "branch.time_zone: Field required"),
    ('time_zone = "Asia/Shanghai"', 'time_zone = "Asia/Peking"', "branch: time_zone 'Asia/Peking' is not a"),
    ('time_zone = "Asia/Shanghai"', 'time_zone = ""', "branch: time_zone '' is not a time zone"),
    ('time_zone = "Asia/Shanghai"', 'time_zone = "Asia"', "branch: time_zone 'Asia' is not a time zone"),
    ('time_zone = "Asia/Shanghai"', "time_zone = 8", "branch.time_zone: Input should be a valid string"),
    ('time_zone = "Asia/Shanghai"', 'timezone = "Asia/Shanghai"', "branch.time"),
    ('day_starts = "00:00"', 'day_starts = "midnight"', "branch.day_starts: "),
    ('day_starts = "00:00"', 'day_starts = "25:00"', "branch.day_starts: "),
    ('day_starts = "00:00"', 'day_starts = "24:00"', "branch.day_starts: "),
    ('day_starts = "00:00"', "day_starts = 0", "branch.day_starts: must be a time"),
    ('languages = ["zh", "en"]', "languages = []", "branch.languages: "),
    ("[branch]", "[brunch]", "branch: Field required"),
    ('mon = ["09:00-17:00"]', 'mon = "09:00-17:00"', "hours.mon must be a list"),
    ('mon = ["09:00-17:00"]', 'mon = ["17:00-09:00"]', "hours.mon: 17:00-09:00 ends before it begins"),
    ('mon = ["09:00-17:00"]', 'mon = ["09:00-09:00"]', "hours.mon: 09:00-09:00 ends before it begins"),
    ('mon = ["09:00-17:00"]', 'mon = ["9-17"]', "hours.mon: "),
    ('mon = ["09:00-17:00"]', 'mon = ["09:00 to 17:00"]', "hours.mon: must be two times"),
    ('mon = ["09:00-17:00"]', 'mon = ["9-17"]', 'did you mean "09:00-17:00"?'),
    ('mon = ["09:00-17:00"]', 'mon = ["9:30 am–5 pm"]', 'did you mean "09:30-17:00"?'),
    ('mon = ["09:00-17:00"]', 'mon = ["９：００-17:00"]', 'did you mean "09:00-17:00"?'),
    (
        'mon = ["09:00-17:00"]',
        'tuesday = ["09:00-17:00"]',
        'tuesday is not a day; did you mean "tue"?',
    ),
    (
        'day_starts = "00:00"',
        'day_starts = "6"',
        "branch.day_starts: '6' is not a time such as \"09:00\"; did",
    ),
    (
        "first = 1\n",
        "frist = 1\n",
        'services.0.frist: there is no such key here; did you mean "first"?',
    ),
    (
        "recalls = 3",
        'recalls = "three"',
        "must be a whole number, without quotes; here it is 'three'",
    ),
    ("speak = true", 'speak = "ja"', "voice.speak: must be true or false, without quotes; here it is 'ja'"),
    ("[branch]", "[branch]\nprefix = 7", "branch.prefix: there is no such key here; it belongs to services"),
    ("[rule]", "[rules]", 'rules: there is no such key here; did you mean "rule"?'),
    ('name = "accumulating-priority"', 'name = "longest wait"', 'did you mean "longest-wait"?'),
    ('id = "B"', "id = “B”", 'id = “B”; quotes must be straight: "'),
    ('mon = ["09:00-17:00"]', "mon = [9]", "hours.mon: must be two times"),
    ('mon = ["09:00-17:00"]', 'mon = ["09:00-12:00", "11:00-17:00"]', "hours.mon: the hours overlap"),
    ('mon = ["09:00-17:00"]', 'mon = ["13:00-17:00", "09:00-12:00"]', "hours.mon: the hours overlap"),
    ('mon = ["09:00-17:00"]', 'mon = ["24:00-24:00"]', "hours.mon: 24:00-24:00 ends before it begins"),
    ('mon = ["09:00-17:00"]', 'monday = ["09:00-17:00"]', "hours: monday is not a day"),
    ('mon = ["09:00-17:00"]', 'mon = ["09:00+08:00-17:00"]', "hours.mon: "),
    ("[hours.special]", '[hours.special]\n"1 January" = []', "hours.special.1 January: '1 January' is not"),
    ("[hours.special]", '[hours.special]\n"2027-01-01" = ["x"]', "hours.special.2027-01-01: must be two"),
    ("[hours.special]", "special = 7\n[hours.other]", "hours: "),
    ('name = "accumulating-priority"', 'name = "fair"', "rule.name: Input should be 'longest-wait'"),
    ("cap_minutes = 30", "cap_minutes = -1", "rule.cap_minutes: "),
    ("cap_minutes = 30", "cap_minutes = nan", "rule.cap_minutes: "),
    ("cap_minutes = 30", "cap_minutes = inf", "rule.cap_minutes: "),
    ("rank = 1", 'rank = 1\nreasons = [{ id = "x" }]', "segments.2.reasons.0.names: "),
    (
        "rank = 1",
        'rank = 1\nreasons = [{ id = "x", names = { en = "X" } }, { id = "x", names = { en = "Y" } }]',
        "segments.2: a reason stands there twice",
    ),
    ('closing = "off"', 'closing = "maybe"', "rule.closing: Input should be 'off', 'warn' or 'refuse'"),
    ("closing_margin_minutes = 0", "closing_margin_minutes = -5", "rule.closing_margin_minutes: "),
    ("cap_minutes = 30", "cap = 30", 'rule.cap: there is no such key here; did you mean "cap_minutes"?'),
    ('id = "vip"', 'id = "ordinary"', "segments: ordinary stands there twice"),
    ('id = "vip"', 'id = "v i p"', "segments.1.id: "),
    ('id = "B"', 'id = "A"', "services: A stands there twice"),
    ('prefix = "B"', 'prefix = "A"', "services A and B would give the same numbers"),
    ('prefix = "B"', 'prefix = "b"', "services.1.prefix: "),
    ("first = 1\n", "first = 1000\n", "service A: first 1000 is after last 999"),
    ("first = 1\n", "first = -1\n", "services.0.first: "),
    ("last = 999\n", "last = 1000000\n", "services.0.last: "),
    ("standard_minutes = 5 ", "standard_minutes = 0 ", "services.0.standard_minutes: "),
    ('segment = "vip"', 'segment = "kings"', "service V names segment 'kings', which does not exist"),
    ('prefix = "B"', 'prefix = "B"\ngroup = "x"', "service B names group 'x', which does not exist"),
    ('prefix = "B"', 'prefix = "B"\ndocuments = { en = [""] }', "services.1.documents.en.0: "),
    ('prefix = "B"', 'prefix = "B"\nhours = ["17:00-09:00"]', "services.1.hours.mon"),
    (
        'prefix = "B"',
        'prefix = "B"\nhours = { tue = ["09:00-12:00", "11:00-13:00"] }',
        "services.1.hours.tue: the",
    ),
    (
        'prefix = "B"',
        'prefix = "B"\nhours = { monday = [] }',
        'did you mean "mon"? (service B)',
    ),
    ('prefix = "B"', 'prefix = "B"\nsteps = [{ id = "x", names = {} }]', "services.1.steps.0.names: "),
    (
        'prefix = "B"',
        'prefix = "B"\nsteps = [{ id = "x", names = { en = "X" } }, { id = "x", names = { en = "Y" } }]',
        "service B has a step twice",
    ),
    ('prefix = "B"', 'prefix = "B"\nper_day = 0', "services.1.per_day: "),
    (
        'prefix = "B"',
        f'prefix = "B"\nquotas = [{QUOTA % ("11:00", "09:00")}]',
        "services.1.quotas.0: the quota",
    ),
    ('prefix = "B"', f'prefix = "B"\nquotas = [{QUOTA % ("9", "10:00")}]', "services.1.quotas.0.from: "),
    (
        'prefix = "B"',
        f'prefix = "B"\nquotas = [{QUOTA % ("09:00", "11:00")}, {QUOTA % ("10:00", "12:00")}]',
        "service B: the quotas overlap",
    ),
    ("number = 2", "number = 1", "counters: 1 stands there twice"),
    ("number = 2", "number = 0", "counters.1.number: "),
    ('services = ["A", "B"]', 'services = ["A", "Z"]', "counter 1 names service 'Z', which does not exist"),
    ('services = ["A", "B"]', "services = []", "counters.0.services: "),
    ('services = ["A", "B"]', 'services = ["A", "A"]', "counter 1 names service 'A' twice"),
    ('id = "0288"', 'id = "0312"', "staff: 0312 stands there twice"),
    ('id = "0288"', 'id = "0288"\npublic_name = { en = "" }', "staff.1.public_name.en: "),
    ('id = "0288"', "id = 288", "staff.1.id: Input should be a valid string"),
    (
        "[rating]",
        '[rating]\nreasons = [{id = "x", scores = [6], names = {en = "X"}}]',
        "rating.reasons.0.scores.0: ",
    ),
    ("[rating]", f"[rating]\nreasons = [{FIVE}]", "rating: score 2 has more than 4 reasons"),
    ("undo_seconds = 10", 'undo_seconds = "ten"', "limits.undo_seconds: "),
    ("port = 8750", "port = 70000", "service.port: "),
    ("port = 8750", 'port = 8750\npublic_url = "192.168.1.10"', "service.public_url: "),
    ("[service]", "[service", "at line"),
    ("[service]", "[branch]", "line"),
]


def test_hours_and_quotas_of_a_service_become_its_plan() -> None:
    own = (
        f'prefix = "B"\nhours = {{ mon = ["09:00-12:00"], special = {{ "2027-01-01" = [] }} }}\n'
        f"quotas = [{QUOTA % ('09:00', '11:00')}]\nper_day = 80"
    )
    service = parse(SAMPLE.read_text("utf-8").replace('prefix = "B"', own)).plan().services["B"]
    assert service.hours is not None
    assert service.hours.week == (((time(9), time(12)),), *[()] * 6)
    assert service.hours.special == {date(2027, 1, 1): ()}
    assert (service.quotas, service.per_day) == ((Quota(time(9), time(11), 3),), 80)
    everyday = own.replace(own.split("\n")[1], 'hours = ["10:00-11:00"]')
    service = parse(SAMPLE.read_text("utf-8").replace('prefix = "B"', everyday)).plan().services["B"]
    assert service.hours is not None
    assert service.hours.week == (((time(10), time(11)),),) * 7


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "branch.toml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path)
    message, *_ = str(caught.value).splitlines()
    assert message.startswith(f"{path}: ")
    assert said in message
    assert len(message) < 300


def test_all_mistakes_are_told_at_once() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for right, wrong in [
        ('mon = ["09:00-17:00"]', 'mon = ["17:00-09:00"]\nmonday = []'),
        ("cap_minutes = 30", "cap_minutes = -1"),
        ('prefix = "B"', 'prefix = "b"\nper_day = 0'),
        ("port = 8750", "port = 70000"),
    ]:
        text = text.replace(right, wrong, 1)
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert [line.split(": ")[1] for line in str(caught.value).splitlines()] == [
        "hours", "hours.mon", "rule.cap_minutes", "services.1.prefix", "services.1.per_day", "service.port",
    ]  # fmt: skip


def test_what_another_mistake_hides_is_told_too() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for right, wrong in [
        ("first = 1\n", "frist = 1\n"),
        ("recalls = 3", "recalls = -3"),
        ('prefix = "C"', 'prefix = "c"'),
        ('services = ["A", "B"]', 'services = ["A", "Z"]'),
        ('segment = "vip"', 'segment = "kings"'),
    ]:
        text = text.replace(right, wrong, 1)
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert [line.split(": ", 1)[1] for line in str(caught.value).splitlines()] == [
        'services.0.frist: there is no such key here; did you mean "first"? (service A)',
        "services.2.prefix: must be one or two capital letters A to Z; here it is 'c' (service C)",
        "limits.recalls: must be at least 0; here it is -3",
        "counter 1 names service 'Z', which does not exist",
        "service V names segment 'kings', which does not exist",
    ]


def test_all_that_does_not_fit_together_is_told_at_once() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    text = text.replace('services = ["A", "B"]', 'services = ["A", "A", "Z"]').replace(
        "first = 1\n", "first = 1000\n", 1
    )
    text = text.replace("elderly_services = []", 'elderly_services = ["X"]', 1)
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert str(caught.value).splitlines() == [
        "branch.toml: counter 1 names service 'A' twice",
        "branch.toml: counter 1 names service 'Z', which does not exist",
        "branch.toml: kiosk.elderly_services names service 'X', which does not exist",
        "branch.toml: service A: first 1000 is after last 999",
    ]


def test_what_follows_from_an_id_that_stands_twice_is_not_told() -> None:
    with pytest.raises(ConfigError, match=r"^branch\.toml: services: A stands there twice$"):
        parse(SAMPLE.read_text(encoding="utf-8").replace('id = "B"', 'id = "A"', 1))


@pytest.mark.parametrize("missing", ["[[services]]", "[[counters]]"])
def test_a_branch_without_services_or_counters(missing: str) -> None:
    text = LEAST[: LEAST.index(missing)]
    with pytest.raises(ConfigError, match=r"branch\.toml: (services|counters): Field required"):
        parse(text)


def test_files_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml: No such file or directory$"):
        load(tmp_path / "nowhere.toml")
    with pytest.raises(ConfigError, match=r"Is a directory$"):
        load(tmp_path)
    path = tmp_path / "branch.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"is not UTF-8 text$"):
        load(path)
    path.write_text("")
    with pytest.raises(ConfigError, match=r"branch: Field required\n"):
        load(path)


def test_a_file_that_an_editor_has_marked(tmp_path: Path) -> None:
    """Windows' Notepad puts a mark before UTF-8 text."""
    path = tmp_path / "branch.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert load(path) == load(SAMPLE)


def test_the_sample() -> None:
    plan = load(SAMPLE).plan()
    assert list(plan.services) == ["A", "B", "C", "V"]
    assert plan.services["A"].standard == 5 * MINUTE
    assert plan.services["V"].segment == "vip"
    assert plan.segments["vip"].credit == 5 * MINUTE
    assert plan.default_segment == "ordinary"
    assert plan.counters[2].services == ("A", "B", "C")
    assert (plan.rule.name, plan.rule.most_passes) == ("accumulating-priority", 5)
    assert [segment.rate for segment in plan.segments.values()] == [1, 1.5, 2.5]
    assert plan.schedule.week[0] == ((time(9), time(17)),)
    assert (plan.undo_window, plan.requeue_places) == (10 * SECOND, 3)


def test_the_least_that_is_needed() -> None:
    config = parse(LEAST)
    plan = config.plan()
    assert (config.service.port, plan.languages, plan.default_segment) == (8750, ("zh", "en"), "ordinary")
    assert plan.phase(instant("2026-11-21T12:00:00+08:00")) == "closed", "a day that is not named is closed"


@pytest.mark.parametrize(
    ("first", "last", "fine"), [(1000, 1999, True), (999, 1999, False), (0, 0, True), (500, 501, False)]
)
def test_two_services_may_share_a_letter_but_no_number(first: int, last: int, fine: bool) -> None:
    more = f'[[services]]\nid = "B"\nprefix = "A"\nnames = {{ zh = "二" }}\nfirst = {first}\nlast = {last}\n'
    text = LEAST.replace("[[counters]]", more + "[[counters]]")
    if fine:
        assert parse(text).plan().services["B"].first == first
    else:
        with pytest.raises(ConfigError, match="services A and B would give the same numbers"):
            parse(text)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([("x", "y")], "group x names group 'y', which does not exist"),
        ([("x", "x")], "group x stands in itself"),
        ([("x", "y"), ("y", "z"), ("z", "x")], "group x stands in itself"),
        ([("A", "")], "group A has the id of a service"),
        ([("x", ""), ("x", "")], "groups: x stands there twice"),
    ],
)
def test_groups_that_make_no_tree(groups: list[tuple[str, str]], said: str) -> None:
    text = LEAST
    for name, above in groups:
        text += f'[[groups]]\nid = "{name}"\nnames = {{ en = "G" }}\n'
        text += f'group = "{above}"\n' if above else ""
    with pytest.raises(ConfigError, match=said):
        parse(text)


def test_open_until_midnight() -> None:
    text = LEAST + '[hours]\nsat = ["09:00-12:00", "13:30-24:00"]\n[hours.special]\n"2026-11-28" = []\n'
    plan = parse(text).plan()
    assert plan.schedule.opening("2026-11-21")[1][1] == instant("2026-11-22T00:00:00+08:00")
    phases = {
        "08:59:59": "opening-soon",
        "09:00:00": "open",
        "12:00:00": "break",
        "13:30:00": "open",
        "23:59:59": "open",
    }
    for at, phase in phases.items():
        assert plan.phase(instant(f"2026-11-21T{at}+08:00")) == phase, at
    assert plan.phase(instant("2026-11-22T00:00:00+08:00")) == "closed"
    assert plan.phase(instant("2026-11-28T10:00:00+08:00")) == "closed"


@pytest.mark.parametrize(
    ("rule", "name", "most_passes"),
    [
        ("", "longest-wait", 0),
        ("[rule]\ncap_minutes = 20", "longest-wait", 0),
        ('[rule]\nname = "accumulating-priority"', "accumulating-priority", 5),
        ('[rule]\nname = "accumulating-priority"\nmost_passes = 0', "accumulating-priority", 0),
    ],
)
def test_a_file_of_before_keeps_its_rule_and_the_newer_one_has_its_promise(
    rule: str, name: str, most_passes: int
) -> None:
    text = SAMPLE.read_text("utf-8")
    start, end = text.index("[rule]"), text.index("[[segments]]")
    made = parse(text[:start] + rule + "\n" + text[end:]).plan().rule
    assert (made.name, made.most_passes) == (name, most_passes)
