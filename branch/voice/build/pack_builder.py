"""Writes a voice pack: every clip said, cut, levelled, encoded, with a manifest that says what it is."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from branch.voice.engine import Line
from branch.voice.build.speech_model import MODEL_SHA256, VOICES, Kokoro
from branch.voice.build.finishing import finished
from branch.voice.voice_pack import FORMAT, MANIFEST, write_whole

LICENCE = "Apache-2.0 (Kokoro-82M by hexgrad: model and voices); ONNX export MIT"


def build(
    path: Path,
    language: str,
    clips: Iterable[tuple[str, Line]],
    engine: Kokoro,
) -> int:
    """Write the pack at ``path``, whole or not at all; gives the number of clips.

    What is said is kept in a folder beside it until all is there, so that a build that was ended goes on
    where it was; remove that folder to begin anew.
    """
    draft = path.with_suffix(".clips")
    hashes: dict[str, str] = {}
    with zipfile.ZipFile(path.with_suffix(".part"), "w", zipfile.ZIP_STORED) as pack:
        for name, line in clips:
            file = draft / f"{name}.mp3"
            if not file.exists():
                write_whole(file, finished(engine.say(line, language)))
            data = file.read_bytes()
            _put(pack, f"{name}.mp3", data)
            hashes[f"{name}.mp3"] = hashlib.sha256(data).hexdigest()
        manifest = {
            "format": FORMAT,
            "language": language,
            "voice": VOICES[language],
            "engine": f"Kokoro-82M int8, onnxruntime {version('onnxruntime')}, misaki {version('misaki')}",
            "model_sha256": MODEL_SHA256,
            "licence": LICENCE,
            "sha256": hashes,
        }
        _put(pack, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    path.with_suffix(".part").replace(path)
    shutil.rmtree(draft)
    return len(hashes)


def _put(pack: zipfile.ZipFile, name: str, data: bytes) -> None:
    pack.writestr(zipfile.ZipInfo(name), data)  # with no time of its own: the same clips are the same file
