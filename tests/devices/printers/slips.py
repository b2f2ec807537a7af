"""Tickets as branches have them, from the usual to the longest."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from PIL import Image, ImageDraw

from branch.devices.printers import Mark, TicketSlip
from branch.wording.wait_wording import ToldWait

SHANGHAI = timezone(timedelta(hours=8))
URL = "http://192.168.1.20:8750/t/kR7mQ2vX9sLpW4nB"

ISSUED_AT = datetime(2026, 11, 21, 9, 42, 10, tzinfo=SHANGHAI)

USUAL = TicketSlip(
    branch="人民路支行",
    service=("个人现金", "Cash"),
    number="A041",
    issued_at=ISSUED_AT,
    wait=ToldWait(ahead=4, middle_s=500, top_s=710, told_at=ISSUED_AT),
    qr=URL,
)
ENGLISH = TicketSlip(
    branch="Renmin Road Branch",
    service=("Personal cash", "个人现金"),
    number="A042",
    issued_at=USUAL.issued_at,
    language="en",
    wait=ToldWait(ahead=1, middle_s=200, top_s=350, told_at=ISSUED_AT),
    qr=URL,
)
LONGEST = TicketSlip(
    branch="中国某某银行股份有限公司北京经济技术开发区荣华中路支行营业厅",
    service=(
        "个人贷款及住房公积金组合贷款业务咨询与预约办理",
        "Personal loans and housing provident fund combined mortgage advice",
    ),
    number="VIP0041",
    issued_at=USUAL.issued_at,
    wait=ToldWait(ahead=128, middle_s=8_000, top_s=11_000, told_at=ISSUED_AT),
    qr=URL,
    segment="贵宾 VIP",
    footer=("每叫 2 位贵宾，必叫 1 位普通客户", "本号当日有效"),
    marks=(Mark.REPRINT, Mark.OFFLINE),
)
UNKNOWN_WAIT = TicketSlip(
    branch="Renmin Road Branch",
    service=("Corporate services and foreign exchange",),
    number="C007",
    issued_at=USUAL.issued_at,
    language="en",
    qr=URL,
    segment="Priority",
    marks=(Mark.OFFLINE,),
)
NO_CODE = TicketSlip(
    branch="人民路支行",
    service=("对公业务",),
    number="C008",
    issued_at=USUAL.issued_at,
    wait=ToldWait(ahead=0),
)

ALL = {
    "usual": USUAL,
    "english": ENGLISH,
    "longest": LONGEST,
    "unknown wait": UNKNOWN_WAIT,
    "no code": NO_CODE,
}


def bank_logo(folder: Path, name: str = "logo.png") -> Path:
    """The file of a logo: a coin in red and gold with much transparent ground around it."""
    picture = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    paint = ImageDraw.Draw(picture)
    paint.ellipse((150, 50, 450, 350), fill=(178, 24, 32, 255))
    paint.rectangle((260, 160, 340, 240), fill=(255, 255, 255, 255))
    paint.rectangle((285, 60, 315, 150), fill=(246, 196, 66, 255))
    paint.rectangle((285, 250, 315, 340), fill=(246, 196, 66, 255))
    picture.save(folder / name)
    return folder / name
