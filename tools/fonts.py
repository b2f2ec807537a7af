"""Makes assets/fonts: the house's three families, cut to the characters a branch needs.

    python -m tools.fonts

A whole Noto Sans SC is 10.5 MB a weight. GB2312, the 8,105 characters of China's national table (people's and
places' names are written with them), their Traditional forms and the everyday characters of Big5 with the
symbols on our screens must fit into `BUDGET` a weight (Traditional characters in the mainland's shapes, so
that one face sets both). The result is committed, so only a change of this file or of a pinned version needs
a run. Running it twice gives the same bytes.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from opencc import OpenCC

import assets

OUT = assets.ROOT / "fonts"

BUDGET = 4_500_000
"""The most that one weight of a family may have, in bytes: each app holds two of Chinese in memory."""

TABLE = Path(__file__).with_name("national_table.txt")
"""The 8,105 characters of 通用规范汉字表 (2013) in its order, as Unihan's kTGH has them."""


def _span(first: int, last: int) -> set[int]:
    return set(range(first, last + 1))


LATIN = _span(0x20, 0x7E) | _span(0xA0, 0x17F)  # Basic Latin, Latin-1, Latin Extended-A
SYMBOLS = (
    _span(0x2000, 0x206F)  # general punctuation: dashes, quotes, bullet, ellipsis, direction marks
    | _span(0x20A0, 0x20BF)  # currency
    | _span(0x2190, 0x21FF)  # arrows
    | _span(0x25A0, 0x25FF)  # squares, circles, triangles
    | set(map(ord, "ˆˇ˘˙˚˛˜˝№™ℹ−×÷≈≠≤≥±∞√①②③④⑤⑥⑦⑧⑨⑩✓✔✕✗★☆☎☑☐⚠⌂⌫⏎⌛⏸♿"))
    | {0x0307, 0x0323, 0xFFFD}
)


def _gb2312() -> set[int]:
    """Every character of GB2312: 6,763 hanzi of both levels, full-width forms, kana and symbols."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:  # a hole in the standard
                continue
    return found


def national_table() -> set[int]:
    """The characters that the names of people and places in mainland China are written with."""
    return set(map(ord, TABLE.read_text(encoding="utf-8").replace("\n", "")))


def _big5() -> set[int]:
    """The 5,401 characters of Big5's first level, which everyday Traditional Chinese is written with."""
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    found = set()
    for code in (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells):
        try:
            found.add(ord(code.decode("big5")))
        except UnicodeDecodeError:  # beyond the end of the level
            continue
    return found


def _traditional(simplified: Iterable[int]) -> set[int]:
    """What those characters become in the catalogue that tools.translations makes: some are rarer than Big5's
    first level."""
    forms = [OpenCC(way).convert for way in ("s2t", "s2tw")]
    return {ord(c) for code in simplified for form in forms for c in form(chr(code))}


# Met in people's names, but in none of these lists. A name with a gap in it insults its owner.
NAMES = (
    "韡暐喆珺玥翀堃昇祎晞烜赟婳淏炘垚犇骉镕瑄堉頔燚昳瑀琋璟玙珮玚琤璠甡畇暠曌朤梽櫆濛燊皞禔禛秾絜翚翛"
    "芃藴祐濬喬囍·〇"
)

CHINESE = (
    _gb2312()
    | national_table()
    | _traditional(_gb2312() | national_table())
    | _big5()
    | LATIN
    | SYMBOLS
    | _span(0x3000, 0x303F)
    | _span(0xFF00, 0xFFEF)
    | set(map(ord, NAMES))
)

ARABIC = _span(0x0600, 0x06FF) | _span(0x2066, 0x2069) | {0x20, 0xA0, 0x200C, 0x200D, 0x200E, 0x200F}


LINE_UP, LINE_DOWN = 0.96875, 0.2412
"""Inter's ascent and descent in em."""


@dataclass(frozen=True)
class Source:
    """One family: where it comes from, what is kept of it, and the files it becomes by weight."""

    package: str
    family: str
    licence: str
    keep: frozenset[int]
    features: tuple[str, ...]
    files: tuple[tuple[str, str, int], ...]  # path in the package, name in assets/fonts, weight


SOURCES = (
    Source(
        package="@expo-google-fonts/noto-sans-sc@0.4.3",
        family="Noto Sans SC",
        licence="OFL-NotoSansSC.txt",
        keep=frozenset(CHINESE),
        # No vertical forms, no "locl": its Japanese and Korean shapes would ride along unused.
        features=("kern", "mark", "mkmk", "ccmp", "liga", "tnum"),
        files=(
            ("400Regular/NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", 400),
            ("700Bold/NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf", 700),
        ),
    ),
    Source(
        package="@expo-google-fonts/noto-sans-arabic@0.4.3",
        family="Noto Sans Arabic",
        licence="OFL-NotoSansArabic.txt",
        keep=frozenset(ARABIC),
        # Letters take their shape from their neighbours by all of these.
        features=(
            *("ccmp", "isol", "init", "medi", "fina", "rlig", "calt", "liga"),
            *("curs", "kern", "mark", "mkmk"),
        ),
        files=(
            ("400Regular/NotoSansArabic_400Regular.ttf", "NotoSansArabic-Regular.ttf", 400),
            ("700Bold/NotoSansArabic_700Bold.ttf", "NotoSansArabic-Bold.ttf", 700),
        ),
    ),
    Source(
        package="@expo-google-fonts/inter@0.4.2",
        family="Inter",
        licence="OFL-Inter.txt",
        keep=frozenset(LATIN | SYMBOLS),
        # "calt" is on by default and lifts the colon in 09:42; "tnum" and "zero" are asked for by name.
        features=("kern", "mark", "mkmk", "ccmp", "locl", "calt", "case", "tnum", "zero"),
        files=(
            ("400Regular/Inter_400Regular.ttf", "Inter-Regular.ttf", 400),
            ("600SemiBold/Inter_600SemiBold.ttf", "Inter-SemiBold.ttf", 600),
            ("800ExtraBold/Inter_800ExtraBold.ttf", "Inter-ExtraBold.ttf", 800),
        ),
    ),
)


def fetch(package: str, into: Path) -> Path:
    """Download one pinned npm package and unpack it; give back the folder of its contents."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("fonts: npm is needed to fetch the font packages")
    run = subprocess.run(  # noqa: S603  # fixed arguments, package names from this file
        [npm, "pack", "--silent", package], cwd=into, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"fonts: npm pack {package} failed: {run.stderr.strip()}")
    with tarfile.open(into / run.stdout.split()[-1]) as archive:
        archive.extractall(into, filter="data")
    return into / "package"


def cut(source: Path, target: Path, keep: Iterable[int], features: tuple[str, ...]) -> None:
    """Write `target`: `source` with only the characters of `keep` and the named OpenType features."""
    options = subset.Options()
    options.layout_features = list(features)
    options.hinting = False  # screens here are dense, print is 1-bit at 8 dots a millimetre
    options.notdef_outline = True  # a missing character must show as a box, not as a silent gap
    options.recalc_timestamp = False  # same input, same bytes
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]  # nothing here is set vertically
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=keep)
    cutter.subset(font)
    _set_line_box(font)
    _narrow_hyphen(font)
    subset.save_font(font, str(target), options)
    font.close()


def _set_line_box(font: TTFont) -> None:
    """Give every family Inter's line box (in em), so that Chinese and Latin side by side share a baseline
    and a line is as tall whichever of them is in it."""
    em = font["head"].unitsPerEm
    up, down = round(LINE_UP * em), round(LINE_DOWN * em)
    head, os2 = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = up, -down, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.usWinAscent, os2.usWinDescent = up, down


def _narrow_hyphen(font: TTFont) -> None:
    """Take the hyphen out of "tnum": Inter makes it as wide as a figure, which tears words like "walk-in"."""
    table = font["GSUB"].table
    for feature in table.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for at in feature.Feature.LookupListIndex:
                for rule in table.LookupList.Lookup[at].SubTable:
                    rule.mapping.pop("hyphen", None)


def check(path: Path, family: str, weight: int) -> str | None:
    """Say what would make Qt pick another face than meant, or None: it goes by family and OS/2 weight."""
    with TTFont(path) as font:
        name = font["name"].getDebugName(16) or font["name"].getDebugName(1)
        found = font["OS/2"].usWeightClass
        if name != family:
            return f"{path.name}: family is {name!r}, not {family!r}"
        if found != weight:
            return f"{path.name}: weight is {found}, not {weight}"
    return None


def make(source: Source) -> None:
    """Fetch one family and write its files and its licence."""
    with tempfile.TemporaryDirectory() as temporary:
        package = fetch(source.package, Path(temporary))
        shutil.copyfile(package / "LICENSE_FONT", OUT / source.licence)
        for inside, name, weight in source.files:
            target = OUT / name
            cut(package / inside, target, source.keep, source.features)
            trouble = check(target, source.family, weight)
            if trouble:
                raise SystemExit(f"fonts: {trouble}")
            size = target.stat().st_size
            if size > BUDGET:
                raise SystemExit(f"fonts: {name} has {size} bytes, more than {BUDGET}")
            print(f"fonts: {name} {size / 1e6:.2f} MB")


def main() -> int:
    """Make every family of the house."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of each table it does not know
    OUT.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        make(source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
