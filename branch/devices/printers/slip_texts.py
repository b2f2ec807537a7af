"""The fixed words of a ticket, in each language, and the lines they make.

They are here and not in the screens' catalogues because a ticket is drawn in a worker, without Qt. Between
stars stands what is set in bold.
"""

from __future__ import annotations

from dataclasses import dataclass

from branch.devices.printers.slip import Mark, TicketSlip
from branch.wording.wait_wording import told


@dataclass(frozen=True, kw_only=True)
class Texts:
    """One language's words."""

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
    """One to four clauses; bold parts between stars."""
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


def _promise(slip: TicketSlip, words: Texts) -> str | None:
    if slip.most_passes is None:
        return None
    return (words.by_rate if slip.by_rate else words.promise).format(n=slip.most_passes)


def _documents(slip: TicketSlip, words: Texts) -> tuple[str, ...]:
    listed = words.between.join(slip.documents)
    return (words.documents.format(list=listed),) if listed else ()


def _wait(slip: TicketSlip, words: Texts) -> tuple[str, ...]:
    if slip.wait is None:
        return (words.all_unknown,)
    said = told(paper_language(slip.language), slip.wait)
    doubtful = words.doubtful if slip.doubtful else ""
    return tuple(filter(None, (said.people, said.about, said.by, doubtful)))
