"""How pydantic reads and writes what `branch.contract.branch_info` is made of, told when it asks.

These stand in `Annotated` where pydantic's own would, so that a program can have a branch without pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from branch.contract.times import clock_from_text, clock_text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class ClockText:
    """A time of day is "09:00" on the wire, and the last moment of the day "24:00"."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(
            clock_text, return_schema=core_schema.str_schema()
        )
        return core_schema.no_info_before_validator_function(_clock, handler(source), serialization=written)


class KnownWords:
    """A word that is not one of ours, of a newer service, counts as not said."""

    def __init__(self, unsaid: str | None = None) -> None:
        """``unsaid`` is what stands for a word that was not said."""
        self._unsaid = unsaid

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.with_default_schema(handler(source), default=self._unsaid, on_error="default")


def _clock(value: object) -> object:
    return clock_from_text(value) if isinstance(value, str) else value
