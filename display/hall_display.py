"""A hall display put together as it was asked for: boards, clock, voice, slides and monitor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize

from branch.qt.service_link import ServiceLink
from branch.qt.slide_player import SlideShow
from branch.qt.speech import Speech
from branch.qt.text.languages import Languages
from display.board.board import Board
from display.board.board_texts import DEFAULT, BoardTexts
from display.board.hall_clock import HallClock
from display.board.led import Led
from display.board.main_panel import ROWS, Zone
from display.board.monitor import BoardMonitor
from display.board_voice import BoardVoice
from display.counter_sign import CounterSign


@dataclass(frozen=True, kw_only=True)
class BoardOptions:
    """What a board is to be.

    Attributes:
        languages: of its texts, the main one first; none for the branch's own.
        services: of its zone; none for the whole hall.
        zones: several side by side, each with its services.
        counter: the one that it is a sign of.
        led: the lamps of the screen it is shown on.
        theme: "dark", "light" or "contrast".
        arrived_leave: whether a number leaves the board once its customer is at the counter.
        still: whether nothing moves.
        slides: a folder of what is shown beside the calls.
        monitor: where it stands, counted from 1; None for a window that is where it is.
        windowed: whether it has a frame.
    """

    languages: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    zones: tuple[tuple[str, ...], ...] = ()
    counter: int | None = None
    led: QSize | None = None
    theme: str = "dark"
    arrived_leave: bool = False
    still: bool = False
    slides: Path | None = None
    monitor: int | None = None
    windowed: bool = False


class HallDisplay:
    """The parts of one display; keep it as long as its window lives.

    Attributes:
        board: all that this display is about; the zones show parts of it.
        zones: the boards that stand side by side, none on an ordinary display.
        sign: the strip above one counter, None on a board.
        clock: the hall's clock.
    """

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        options: BoardOptions,
        *,
        speech: Speech | None = None,
        paced: Callable[[int], int] | None = None,
    ) -> None:
        """``speech`` says the calls, None on a display that is silent; ``paced`` makes moments shorter or
        longer than they are in a hall."""
        self._options, self._speech = options, speech
        texts = BoardTexts(languages, options.languages or DEFAULT)
        self.clock = HallClock(link.now, texts)
        every = tuple(service for zone in options.zones for service in zone)
        make = partial(
            Board,
            *(link, texts, self.clock),
            from_branch=not options.languages,
            paced=paced,
            arrived_leave=options.arrived_leave,
        )
        self.board = make(zone=Zone(options.services or every), list_all=options.led is not None)
        self.zones = [make(zone=Zone(zone), rows=ROWS) for zone in options.zones]
        self.sign = (
            CounterSign(link, self.board, texts, options.counter) if options.counter is not None else None
        )
        self._voice = BoardVoice(link, self.board, speech, self.clock.at) if speech is not None else None
        self._slides = (
            SlideShow(
                options.slides,
                lambda: self.clock.at(link.now()),
                paced=paced if paced is not None else lambda ms: ms,
            )
            if options.slides is not None
            else None
        )
        self._monitor = BoardMonitor(options.monitor) if options.monitor is not None else None
        self._led = Led(options.led) if options.led is not None else None

    def properties(self) -> dict[str, object]:
        """What Main.qml is given; a part that this display has not is left out, as QML takes no None."""
        parts = {
            "placing": self._monitor,
            "speech": self._speech,
            "slides": self._slides,
            "sign": self.sign,
            "lamps": self._led,
        }
        return {
            "board": self.board,
            "clock": self.clock,
            "zones": self.zones,
            "windowed": self._options.windowed,
            "look": self._options.theme,
            "still": self._options.still,
        } | {name: part for name, part in parts.items() if part is not None}

    def stop(self) -> None:
        """Show and say nothing new any more."""
        if self._voice is not None:
            self._voice.stop()
        if self._slides is not None:
            self._slides.close()
        for board in (*self.zones, self.board):
            board.stop()
