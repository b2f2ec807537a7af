"""Building a pack, with an engine that says one tone; a build that was ended goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from branch.voice.making.build import build
from branch.voice.making.engine import Kokoro
from branch.voice.pack import Pack

np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime", reason="the extra `voice` is not installed")


class Tuning:
    """Says everything as half a second of one tone; ends when it has said ``most``."""

    def __init__(self, most: int = 99) -> None:
        self.said: list[str] = []
        self._most = most

    def say(self, text: str, _: str) -> Any:
        if len(self.said) == self._most:
            raise KeyboardInterrupt
        self.said.append(text)
        return (0.3 * np.sin(np.arange(12_000) / 20)).astype(np.float32)


def test_an_ended_build_goes_on_where_it_was(tmp_path: Path) -> None:
    clips = [("zh/number/001", "零零一号，"), ("zh/number/002", "零零二号，")]
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
