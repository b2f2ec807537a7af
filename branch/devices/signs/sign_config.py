"""signs.toml: the line, its frames, and which device belongs to which counter."""

from __future__ import annotations

import codecs
import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from branch.contract.mistakes import mistakes
from branch.devices.signs.frames import Template, tokens_of

Action = Literal["primary", "next", "recall", "no-show"]
"""What a key does. "primary" is what the counter's big button would do: call, start, finish."""

Byte = Annotated[int, Field(ge=0, le=255)]


class ConfigError(Exception):
    """signs.toml cannot be used; one line for each mistake, which names the key."""


class Section(BaseModel):
    """Nothing that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(Section):
    """[line]: the serial port (or a URL of pyserial) and how it is spoken on."""

    port: str
    baud: Annotated[int, Field(ge=300, le=921_600)] = 9600
    gap_ms: Annotated[int, Field(ge=0, le=1000)] = 20
    refresh_s: Annotated[int, Field(ge=1, le=3600)] = 30


class Frame(Section):
    """[frame]: see branch.devices.signs.frames."""

    send: str
    receive: str | None = None
    checksum: Literal["sum8", "xor8", "crc16"] = "sum8"
    checksum_skip: Annotated[int, Field(ge=0, le=16)] = 0
    encoding: str = "gb18030"
    width: Annotated[int, Field(ge=0, le=128)] = 8

    @model_validator(mode="after")
    def _sound(self) -> Self:
        tokens_of(self.send, sends=True)
        if self.receive is not None:
            tokens_of(self.receive, sends=False)
        try:
            codecs.lookup(self.encoding)
        except LookupError as error:
            raise ValueError(str(error)) from error
        return self

    def to_sign(self) -> Template:
        """What is sent."""
        return self._template(self.send, sends=True)

    def from_buttons(self) -> Template | None:
        """What is received, None where there are no buttons."""
        return None if self.receive is None else self._template(self.receive, sends=False)

    def _template(self, text: str, *, sends: bool) -> Template:
        tokens = tokens_of(text, sends=sends)
        return Template(tokens, self.checksum, self.checksum_skip, self.encoding, self.width)


class State(Section):
    """What a sign shows in one state of its counter: ``{number}`` and ``{counter}`` are put in."""

    text: str = ""
    attribute: Byte = 0


class Texts(Section):
    """[texts]: by the state of the counter; "lost" while the service is not heard of."""

    called: State = State(text="{number}", attribute=1)
    serving: State = State(text="{number}")
    free: State = State()
    paused: State = State(text="暂停")
    closed: State = State()
    lost: State = State(text="----")


class Device(Section):
    """[[signs]]: one device at a counter."""

    counter: Annotated[int, Field(ge=1)]
    address: Byte


class Signs(Section):
    """The whole file."""

    line: Line
    frame: Frame
    texts: Texts = Texts()
    keys: dict[str, Action] = {}
    signs: Annotated[tuple[Device, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _together(self) -> Self:
        addresses = [device.address for device in self.signs]
        if len(set(addresses)) != len(addresses):
            raise ValueError("two signs have the same address")
        for key in self.keys:
            if len(key) != 2 or not all(digit in "0123456789abcdefABCDEF" for digit in key):
                raise ValueError(f"keys.{key} is no byte such as 4E")
        if self.keys and self.frame.receive is None:
            raise ValueError("keys need frame.receive")
        return self

    def action(self, key: int) -> Action | None:
        """What that key does."""
        return next((action for name, action in self.keys.items() if int(name, 16) == key), None)


def read(path: Path) -> Signs:
    """The file; raises ConfigError with what is wrong in it."""
    try:
        return Signs.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    except ValidationError as error:
        wrong = mistakes(error.errors(), "the file")
        raise ConfigError("\n".join(f"{path}: {one.key}: {one.what}" for one in wrong)) from error
