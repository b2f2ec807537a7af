"""Kokoro as the engine of `branch.voice.synth`."""

from __future__ import annotations

import re
from dataclasses import replace

from branch.voice.synth import EngineError, Line
from branch.voice.build import spoken_texts as texts
from branch.voice.build.speech_model import VOICES, Kokoro
from branch.voice.build.finishing import finished


class Maker:
    """See `branch.voice.synth.Engine`. Raises EngineError if the model is not usable."""

    def __init__(self) -> None:
        self._kokoro = Kokoro()

    def line_of(self, name: str) -> Line | None:
        """See `Engine`."""
        return texts.line_of(name)

    def voice(self, language: str) -> str:
        """See `Engine`."""
        return VOICES.get(language, "")

    def clip(self, line: Line, language: str) -> bytes:
        """See `Engine`."""
        if language not in VOICES:
            raise EngineError(f"there is no voice for {language}")
        if not (line.before or line.after):  # else its commas are where it is cut
            line = replace(line, text=readable(line.text, language))
        return finished(self._kokoro.say(line, language))


def readable(text: str, language: str) -> str:
    """What a person wrote as it is read aloud: numbers in words (of three figures or more one by one, as 119
    is), other signs as pauses."""
    if language == "zh":
        text = re.sub(r"[0-9]+", lambda found: _number(found[0], language), text)
        return re.sub(r"[^\w。]+", "，", text).strip("，")
    text = re.sub(r"[0-9]+", lambda found: f" {_number(found[0], language)} ", text.replace("’", "'"))
    text = re.sub(r"[^\w\s',.!?]+", ", ", text)
    return re.sub(r"\s+([,.!?])", r"\1", " ".join(text.split())).strip(" ,")


def _number(figures: str, language: str) -> str:
    if len(figures) < 3 and figures[0] != "0":
        return texts.chinese(int(figures)) if language == "zh" else texts.english(int(figures))
    said = [texts.FIGURES[language][int(figure)] for figure in figures]
    return "".join(said).replace("一", "幺") if language == "zh" else " ".join(said)
