"""JSON schemas of all answers and of the feed's events, made of the types of the contract.

Made when somebody asks for them: the service's start does not wait for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import TypeAlias, cast

from pydantic import TypeAdapter

from branch.contract.answers.answer_table import ANSWERS, FEED, AnswerType
from branch.contract.answers.feed_events import CARRIED
from branch.contract.json_types import Json

Schema: TypeAlias = dict[str, Json]

_GENERIC = re.compile(r"\b([A-Z]\w*?)_([A-Z]\w*?)Ticket_\w*")
_STREAM = "GET /v1/events"


class AnswerSchemas:
    """The schemas of one description; ``ref_template`` is where its ``definitions`` will stand."""

    def __init__(self, ref_template: str) -> None:
        kinds = dict.fromkeys(kind for answer in ANSWERS.values() for kind in answer.types.values())
        made, rest = TypeAdapter.json_schemas(
            [(number, "serialization", TypeAdapter(cast(type, kind))) for number, kind in enumerate(kinds)],
            ref_template=ref_template,
        )
        self.definitions: Schema = _renamed(rest["$defs"])
        self._schemas: Mapping[AnswerType, Schema] = {
            kind: _renamed(made[number, "serialization"]) for number, kind in enumerate(kinds)
        }

    def put_into(self, responses: MutableMapping[str, Json], route: str) -> None:
        """Describe the good answer of a route; the pages of phones, which are no JSON, stay as they are."""
        answer = ANSWERS.get(route)
        if answer is None:
            return
        schema = self._one_of(answer.types)
        content: Schema = {"application/json": {"schema": schema}}
        if route == _STREAM:
            content = {"text/event-stream": {"schema": {"type": "string"}, "x-events": self._events()}}
        responses[str(answer.status)] = {"description": _who(answer.types), "content": content}

    def _one_of(self, types: Mapping[str, AnswerType]) -> Schema:
        kinds = list(dict.fromkeys(types.values()))
        if len(kinds) == 1:
            return self._schemas[kinds[0]]
        return {
            "anyOf": [
                {**self._schemas[kind], "description": _named(r for r, one in types.items() if one is kind)}
                for kind in kinds
            ]
        }

    def _events(self) -> Schema:
        """By type: who is told of it, what it carries, and as what."""
        return {
            name: {
                "roles": sorted(carried.roles),
                "schema": {
                    **self._one_of({role: kind for role, kind in FEED.items() if role in carried.roles}),
                    "required": sorted(carried.fields),
                },
            }
            for name, carried in CARRIED.items()
        }


def _renamed(schema: object) -> Schema:
    """With BoardSnapshot for what pydantic calls Snapshot_BoardTicket_PublicCounter_BoardTicket__."""
    renamed: Schema = json.loads(_GENERIC.sub(r"\2\1", json.dumps(schema)))
    return renamed


def _who(types: Mapping[str, AnswerType]) -> str:
    return f"Told to {_named(types)}."


def _named(roles: Iterable[str]) -> str:
    return ", ".join(roles)
