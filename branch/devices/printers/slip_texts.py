"""The fixed words of a ticket, in each language, and the lines they make.

They are here and not in the screens' catalogues because a ticket is drawn in a worker, without Qt. Between
stars stands what is set in bold.
"""

from __future__ import annotations

from dataclasses import dataclass

from branch.devices.printers.slip import Mark, TicketSlip


@dataclass(frozen=True, kw_only=True)
class Texts:
    """One language's words."""

    ahead_none: str
    ahead_one: str
    ahead_many: str
    minutes: str
    minutes_same: str
    minutes_within: str
    minutes_none: str
    minutes_unknown: str
    all_unknown: str
    scan: str
    missed: str
    documents: str
    between: str
    doubtful: str
    promise: str
    by_rate: str
    marks: dict[Mark, str]


TEXTS = {
    "zh": Texts(
        ahead_none="前面没有人",
        ahead_one="前面 *1* 人",
        ahead_many="前面 *{n}* 人",
        minutes="预计 *{low}–{high}* 分钟",
        minutes_same="预计约 *{high}* 分钟",
        minutes_within="预计 *{high}* 分钟以内",
        minutes_none="即将叫号",
        minutes_unknown="等候时间暂时无法预计",
        all_unknown="请留意屏幕和广播叫号",
        scan="扫码看进度、离开也不过号",
        missed="过号请到大堂台重新激活",
        documents="请备好：{list}",
        between="、",
        doubtful="*临近结束营业，今天可能来不及办理*",
        by_rate="公平承诺：等候久者先叫，优先客户按倍计时；您的窗口最多先叫 {n} 位后到的客户",
        promise="公平承诺：您的窗口最多先叫 {n} 位后到的客户",
        marks={Mark.REPRINT: "补打", Mark.OFFLINE: "离线取号"},
    ),
    "zh-TW": Texts(
        ahead_none="前面沒有人",
        ahead_one="前面 *1* 人",
        ahead_many="前面 *{n}* 人",
        minutes="預計 *{low}–{high}* 分鐘",
        minutes_same="預計約 *{high}* 分鐘",
        minutes_within="預計 *{high}* 分鐘以內",
        minutes_none="即將叫號",
        minutes_unknown="等候時間暫時無法預計",
        all_unknown="請留意螢幕和廣播叫號",
        scan="掃碼看進度、離開也不過號",
        missed="過號請到大堂臺重新啟用",
        documents="請備好：{list}",
        between="、",
        doubtful="*臨近結束營業，今天可能來不及辦理*",
        by_rate="公平承諾：等候久者先叫，優先客戶按倍計時；您的窗口最多先叫 {n} 位後到的客戶",
        promise="公平承諾：您的窗口最多先叫 {n} 位後到的客戶",
        marks={Mark.REPRINT: "補打", Mark.OFFLINE: "離線取號"},
    ),
    "en": Texts(
        ahead_none="No one ahead of you",
        ahead_one="*1* person ahead",
        ahead_many="*{n}* people ahead",
        minutes="about *{low}–{high}* min",
        minutes_same="about *{high}* min",
        minutes_within="within *{high}* min",
        minutes_none="any moment now",
        minutes_unknown="wait not known yet",
        all_unknown="Please watch the screen for your number",
        scan="Scan to follow the queue: step out, keep your place",
        missed="Missed? Ask at the lobby desk",
        documents="Please have ready: {list}",
        between=", ",
        doubtful="*Closing soon: you may not be served today*",
        by_rate="Our promise: longest wait first, priority waits count more; your counters call at most {n} "
        "who came later first",
        promise="Our promise: your counters call at most {n} who came later first",
        marks={Mark.REPRINT: "REPRINT", Mark.OFFLINE: "ISSUED OFFLINE"},
    ),
}


@dataclass(frozen=True)
class Lines:
    """A ticket as words in reading order; both the picture and the text mode are made from these."""

    marks: tuple[str, ...]
    branch: str
    service: tuple[str, ...]
    segment: str | None
    number: str
    wait: tuple[str, ...]
    """One to three clauses; bold parts between stars."""
    qr: str | None
    scan: str
    promise: str | None
    footer: tuple[str, ...]
    issued: str
    missed: str


def paper_language(language: str) -> str:
    """The language of a ticket on paper: its own, or that of its base, or English.

    Arabic is among those that become English: joined letters need a text shaper, which not every build of
    Pillow has.
    """
    base = language.partition("-")[0].lower()
    return language if language in TEXTS or base in TEXTS else "en"


def texts_for(language: str) -> Texts:
    """The words for a language tag such as "zh-CN"; English for one we have no ticket words in."""
    return TEXTS.get(language) or TEXTS.get(language.partition("-")[0].lower(), TEXTS["en"])


def lines_of(slip: TicketSlip) -> Lines:
    """Put a ticket into words."""
    words = texts_for(slip.language)
    return Lines(
        marks=tuple(words.marks[mark] for mark in slip.marks),
        branch=slip.branch,
        service=slip.service,
        segment=slip.segment,
        number=slip.number.strip(),
        wait=_wait(slip, words),
        qr=slip.qr or None,
        scan=words.scan,
        promise=_promise(slip, words),
        footer=(*_documents(slip, words), *slip.footer),
        issued=slip.issued_at.strftime("%Y-%m-%d  %H:%M:%S"),
        missed=words.missed,
    )


def plain(clause: str) -> str:
    """A clause without its marks for bold."""
    return clause.replace("*", "")


def _promise(slip: TicketSlip, words: Texts) -> str | None:
    if slip.most_passes is None:
        return None
    return (words.by_rate if slip.by_rate else words.promise).format(n=slip.most_passes)


def _documents(slip: TicketSlip, words: Texts) -> tuple[str, ...]:
    listed = words.between.join(slip.documents)
    return (words.documents.format(list=listed),) if listed else ()


def _wait(slip: TicketSlip, words: Texts) -> tuple[str, ...]:
    minutes = _minutes(slip, words)
    if slip.ahead is None:
        return (words.all_unknown,) if slip.high_minutes is None else (minutes,)
    ahead = {0: words.ahead_none, 1: words.ahead_one}.get(slip.ahead, words.ahead_many)
    return (ahead.format(n=slip.ahead), minutes, *((words.doubtful,) if slip.doubtful else ()))


def _minutes(slip: TicketSlip, words: Texts) -> str:
    low, high = slip.low_minutes, slip.high_minutes
    if high is None:
        return words.minutes_unknown
    if high == 0:
        return words.minutes_none
    if low == 0:
        return words.minutes_within.format(high=high)
    return (words.minutes_same if low == high else words.minutes).format(low=low, high=high)
