"""The words in which a wait is told, by language: the one table for paper, screens, phones and programs.

They are here and not in the screens' catalogues because paper is drawn and a phone's page is answered without
Qt. Between stars stands what is set heavier: the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, kw_only=True)
class WaitTexts:
    """One language's words; {n} people, {h} hours and {m} minutes, {wait} a duration, {clock} a time."""

    nobody: str
    people: tuple[tuple[float, str], ...]
    """Up to how many people which form is said; beyond a hundred by the last two digits."""
    nobody_brief: str
    people_brief: tuple[tuple[float, str], ...]
    minutes: str
    hours: str
    hours_minutes: str
    about: str
    within: str
    """The top in few words, for a card or a tile."""
    within_sentence: str
    turn: str
    by: str
    """The top as a sentence with the time of day, for what is kept: paper, and the page of a ticket."""
    soon: str
    no_counter: str
    not_known: str
    before_span: str = ""
    after_span: str = ""
    """Around "5–12" in a text that is read from right to left."""


WAIT_TEXTS = {
    "zh": WaitTexts(
        nobody="前面没有人",
        people=((inf, "前面 *{n}* 人"),),
        nobody_brief="前面没有人",
        people_brief=((inf, "前面 *{n}* 人"),),
        minutes="*{m}* 分钟",
        hours="*{h}* 小时",
        hours_minutes="*{h}* 小时 *{m}* 分钟",
        about="约 {wait}",
        within="九成 {wait}内",
        within_sentence="十位中有九位 {wait}内叫到",
        turn="约 *{clock}* 叫到您",
        by="十位中有九位 *{clock}* 前叫到",
        soon="*马上叫号*",
        no_counter="暂无窗口办理",
        not_known="等候时间待定",
    ),
    "zh-TW": WaitTexts(
        nobody="前面沒有人",
        people=((inf, "前面 *{n}* 人"),),
        nobody_brief="前面沒有人",
        people_brief=((inf, "前面 *{n}* 人"),),
        minutes="*{m}* 分鐘",
        hours="*{h}* 小時",
        hours_minutes="*{h}* 小時 *{m}* 分鐘",
        about="約 {wait}",
        within="九成 {wait}內",
        within_sentence="十位中有九位 {wait}內叫到",
        turn="約 *{clock}* 叫到您",
        by="十位中有九位 *{clock}* 前叫到",
        soon="*馬上叫號*",
        no_counter="暫無視窗辦理",
        not_known="等候時間待定",
    ),
    "en": WaitTexts(
        nobody="No one ahead of you",
        people=((1, "*1* person ahead"), (inf, "*{n}* people ahead")),
        nobody_brief="No one ahead",
        people_brief=((inf, "*{n}* ahead"),),
        minutes="*{m}* min",
        hours="*{h}* h",
        hours_minutes="*{h}* h *{m}* min",
        about="about {wait}",
        within="9 in 10 within {wait}",
        within_sentence="9 in 10 are called within {wait}",
        turn="your turn at about *{clock}*",
        by="9 in 10 are called by *{clock}*",
        soon="*any moment now*",
        no_counter="No counter open",
        not_known="wait not known yet",
    ),
    "ar": WaitTexts(
        nobody="لا أحد أمامك",
        people=(
            (1, "شخص واحد أمامك"),
            (2, "شخصان أمامك"),
            (10, "*{n}* أشخاص أمامك"),
            (99, "*{n}* شخصًا أمامك"),
            (inf, "*{n}* شخص أمامك"),
        ),
        nobody_brief="لا أحد أمامك",
        people_brief=((inf, "أمامك *{n}*"),),
        minutes="*{m}* دقيقة",
        hours="*{h}* ساعة",
        hours_minutes="*{h}* ساعة *{m}* دقيقة",
        about="نحو {wait}",
        within="9 من كل 10 خلال {wait}",
        within_sentence="9 من كل 10 يُنادى عليهم خلال {wait}",
        turn="دورك نحو الساعة *{clock}*",
        by="9 من كل 10 يُنادى عليهم قبل *{clock}*",
        soon="*في أي لحظة*",
        no_counter="لا شباك مفتوح",
        not_known="مدة الانتظار غير معروفة بعد",
        before_span="\N{LEFT-TO-RIGHT ISOLATE}",
        after_span="\N{POP DIRECTIONAL ISOLATE}",
    ),
}


def wait_texts(language: str) -> WaitTexts:
    """The words for a language tag such as "zh-CN": its own, those of its base, or the English ones."""
    return WAIT_TEXTS.get(language) or WAIT_TEXTS.get(language.partition("-")[0].lower(), WAIT_TEXTS["en"])
