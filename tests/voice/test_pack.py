"""Where clips come from, and what a damaged or foreign file does: it is missing, it never raises."""

from __future__ import annotations

from pathlib import Path

import pytest

from branch.voice.sound_file import SoundError, chime, decode
from branch.voice.voice_pack import Library, Pack, PackError, Recordings, open_library
from tests.voice.recording import wav, write_pack


def test_any_rate_and_channels_become_ours() -> None:
    assert decode(wav(100, 48_000, 2)).ms == pytest.approx(100, abs=2)
    with pytest.raises(SoundError):
        decode(b"no sound")


def test_a_branchs_own_recording_wins_over_the_pack(tmp_path: Path) -> None:
    write_pack(tmp_path / "zh.zip", {"zh/number/035.wav": wav(100), "zh/number/036.wav": wav(100)})
    (tmp_path / "zh" / "number").mkdir(parents=True)
    (tmp_path / "zh" / "number" / "035.wav").write_bytes(wav(300))
    library = open_library(tmp_path)
    lengths = [sound.ms for name in ("035", "036") if (sound := library.find(f"zh/number/{name}"))]
    library.close()
    assert lengths == [300, 100]


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    pack = Pack(write_pack(tmp_path / "zh.zip", {}))
    assert Library([Recordings(tmp_path / "nowhere"), pack]).find("zh/number/035") is None
    pack.close()


@pytest.mark.expects_log
def test_a_damaged_clip_is_missing_and_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pack = Pack(write_pack(tmp_path / "zh.zip", {"zh/number/035.mp3": b"no sound"}))
    assert pack.find("zh/number/035") is None
    assert "zh/number/035.mp3" in caplog.text
    pack.close()


@pytest.mark.expects_log
def test_a_pack_that_is_none_or_of_a_later_format_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(PackError, match="not a voice pack"):
        Pack(tmp_path / "a.zip")
    with pytest.raises(PackError, match="format 99"):
        Pack(write_pack(tmp_path / "b.zip", {}, format=99))
    library = open_library(tmp_path)
    assert library.find("zh/number/035") is not None, "that of the shipped pack"
    library.close()
    assert "a.zip" in caplog.text
    assert "b.zip" in caplog.text


def test_the_chime_is_short_and_clicks_nowhere() -> None:
    samples = chime().samples
    assert 800 < chime().ms < 2000
    assert max(map(abs, samples)) < 20_000
    assert (samples[0], abs(samples[-1]) < 10) == (0, True)
