"""`branchline check` names each setting that does nothing, or not what was meant."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from argon2 import PasswordHasher

import assets
from branch import cli
from branch.service.access.guessing import PinCheck, hash_pin, may_be_short
from tests.harness.programs import module

SAMPLE = (assets.ROOT / "sample" / "branch.toml").read_text(encoding="utf-8")
HASH = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$eW91IGhhdmUgcmVhZCB0aGlzLCBzbWlsZQ"
WHOLE = SAMPLE.replace('pin = ""', f'pin = "{HASH}"')


def checked(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[str], list[str]]:
    """Exit code, warnings and mistakes of a branch.toml."""
    path = tmp_path / "branch.toml"
    path.write_text(text, encoding="utf-8")
    code = cli.main(["check", "--config", str(path), "--data", str(tmp_path)])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err.splitlines()


def test_the_sample_with_pins_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(WHOLE, tmp_path, capsys) == (0, [], [])


def test_pins_of_four_digits_are_named_and_go_on_working(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for pin in ("4821", "48213"):
        short = hash_pin(pin)
        code, warnings, mistakes = checked(WHOLE.replace(HASH, short), tmp_path, capsys)
        assert (code, mistakes) == (0, []), "it is no mistake: the file was right when it was written"
        assert warnings == [
            "staff 0312, 0288: the PIN may have less than 6 digits and is soon guessed; "
            "`branchline pin` asks for a longer one"
        ]
        PinCheck({"0312": short}).check("0312", pin)
    assert checked(WHOLE.replace(HASH, hash_pin("482135")), tmp_path, capsys) == (0, [], [])


def test_the_hash_of_an_older_program_is_taken_for_one_of_four_digits() -> None:
    assert may_be_short(PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash("482135"))


WARNED = [
    ("port = 8750", 'port = 8750\npublic_url = "http://192.168.1.10:8750 "', 'did you mean "http://192.168.1.10:8750"?'),
    ("port = 8750", 'port = 8750\npublic_url = "http://localhost:8750"', "no customer's phone reaches it"),
    ("port = 8750", 'port = 8750\npublic_url = "http://127.0.0.1:8750"', "no customer's phone reaches it"),
    ('host = "0.0.0.0"', 'host = "127.0.0.1"', "service.host: 127.0.0.1 is this machine alone"),
    ("port = 8750", "port = 0", "service.port: 0 is another port at each start"),
    ('languages = ["zh", "en"]', 'languages = ["zh", "en", "fr"]', "there are no texts in 'fr'"),
    ('languages = ["zh", "en"]', 'languages = ["zh", "zh_TW"]', 'texts in \'zh_TW\'; did you mean "zh-TW"?'),
    ('languages = ["zh", "en"]', 'languages = ["zh", "EN"]', 'did you mean "en"?'),
    ('languages = ["zh", "en"]', 'languages = ["zh", "en", "zh"]', "'zh' stands there twice"),
    ('en = "Cash"', 'en = "Cash", fr = "Espèces"', "services.0.names.fr: nobody reads it"),
    ('{ zh = "个人现金", en = "Cash" }', '{ fr = "Espèces" }', "there is no such text in services.0.names"),
    ('en = "Cash"', 'en = " "', "services.0.names.en: is empty"),
    ('"人民路支行"', '""', "branch.name.zh: is empty"),
    ('"人民路支行"', '"𠮷野家支行"', "branch.name.zh: no font has 𠮷 (U+20BB7)"),
    (f'pin = "{HASH}"', 'pin = "1234"', "staff 0312: pin is a plain text and lets nobody in"),
    (f'pin = "{HASH}"', f'pin = "{HASH[:40]}"', "staff 0312: pin is no whole hash"),
    (f'pin = "{HASH}"', 'pin = ""', "staff 0312: no PIN"),
    ("[notices]", '[notices]\nbord = { zh = "好" }', 'no screen shows it; did you mean "board"?'),
    ("closing_margin_minutes = 0", "closing_margin_minutes = 5", "has no effect while rule.closing"),
    ('time_zone = "Asia/Shanghai"', 'time_zone = "Etc/GMT+8"', "counts the other way round"),
    ('day_starts = "00:00"', 'day_starts = "09:30"', "hours.tue: 09:00-09:30 is before day_starts 09:30"),
    ('# token = ""', 'token = "x"', "appointments.token has no effect"),
    ('languages = ["zh", "en"]    #', 'languages = ["zh", "ar"]    #', "voice.languages: 'ar' is none of"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "odd", "said"), WARNED)
def test_a_setting_that_does_not_do_what_was_meant_is_named(
    right: str, odd: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert right in WHOLE
    code, warnings, mistakes = checked(WHOLE.replace(right, odd, 1), tmp_path, capsys)
    assert (code, mistakes) == (1, [])
    assert [line for line in warnings if said in line], warnings


def test_a_branch_that_never_opens_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start, end = WHOLE.index("[hours]"), WHOLE.index("[rule]")
    code, warnings, _ = checked(WHOLE[:start] + WHOLE[end:], tmp_path, capsys)
    assert code == 1
    assert "hours: there are no opening hours at all, the branch is closed every day" in warnings


def test_mistakes_and_odd_settings_are_told_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = WHOLE.replace("first = 1\n", "frist = 1\n", 1).replace(f'pin = "{HASH}"', 'pin = "1234"', 1)
    code, warnings, mistakes = checked(text.replace('mon = ["09:00', 'mon = ["9', 1), tmp_path, capsys)
    assert code == 2
    assert [line for line in mistakes if 'did you mean "09:00-17:00"?' in line], mistakes
    assert [
        line
        for line in mistakes
        if 'services.0.frist: there is no such key here; did you mean "first"?' in line
    ]
    assert len(mistakes) == 2
    assert [line for line in warnings if line.startswith("staff 0312: pin is a plain text")] == warnings


@pytest.mark.parametrize("command", [("check",), ("check", "--help"), ("verify", "--data", "无")])
def test_a_console_without_chinese_ends_in_no_traceback(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "branch.toml").write_text(
        WHOLE.replace('"人民路支行"', '"𠮷野家支行", 中 = "x"', 1), encoding="utf-8"
    )
    done = subprocess.run(
        module("branch.cli", *command),
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert b"UnicodeEncodeError" not in done.stderr
