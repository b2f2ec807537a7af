"""The power goes at every step of telling something later: the service hears each thing once, in its order.

Steps are those of the disk and of the line: before and after what waits is written, before and after the
service is asked. A child that is killed at one of them is started anew, and has to finish.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from branch.client.calls.service_api import Api
from branch.service.journal.sqlite_reader import SqliteReader
from tests.e2e.cut_users import USERS, User
from tests.harness.branch import small_service

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has neither fork nor SIGKILL")


@dataclass
class Life:
    """What a child has come to, from its start to its end."""

    steps: list[str] = field(default_factory=list)
    telling: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    code: int = 0


class Nursery:
    """The program that becomes the children."""

    def __init__(self, stack: ExitStack) -> None:
        self._process = stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.cut_child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        stack.callback(self._end)

    def live(self, order: Mapping[str, Any]) -> Life:
        """From the start of a child to its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        life = Life()
        for line in self._process.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "end":
                life.code = int(rest)
                return life
            {"step": life.steps, "telling": life.telling, "told": life.told}[word].append(rest)
        raise AssertionError("the children's program is gone")

    def _end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()


class Scene:
    """A branch, and the apps that die in it."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._folder = folder
        self._service = stack.enter_context(small_service(folder / "data"))
        tokens = self._service.tokens
        self.apis = {role: stack.enter_context(Api(self._service.url, tokens[role])) for role in tokens}
        self._nursery = Nursery(stack)

    def live(
        self, name: str, folder: str, *, things: Sequence[str] = (), at: int = 0, resumed: Sequence[str] = ()
    ) -> Life:
        """One life of the app, which tells ``things``; ``at`` is the step at which the power goes, 0 for
        never. ``resumed`` was told in the life before."""
        token = self._service.tokens[USERS[name].role]
        return self._nursery.live(
            {
                "user": name,
                "url": self._service.url,
                "token": token,
                "things": things,
                "resumed": resumed,
                "at": at,
                "folder": str(self._folder / folder),
            }
        )

    def seq(self) -> int:
        """The number of the newest event in the journal."""
        with closing(SqliteReader(self._folder / "data")) as journal:
            return journal.last_seq()

    def heard(self, user: User, after: int) -> list[str]:
        """Which things the journal tells of since an event, in its order."""
        with closing(SqliteReader(self._folder / "data")) as journal:
            rows = journal.read(after, 10_000)
        found = [user.heard(row.type, json.loads(row.data)) for row in rows]
        return [thing for thing in found if thing is not None]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """One branch for all cuts."""
    with ExitStack() as stack:
        yield Scene(stack, tmp_path_factory.mktemp("cut"))


def lanes(user: User, things: Sequence[str]) -> dict[str, list[str]]:
    """In each lane what is told, in its order."""
    found: dict[str, list[str]] = {}
    for thing in things:
        found.setdefault(user.lane(thing), []).append(thing)
    return found


@pytest.mark.parametrize("name", USERS)
@pytest.mark.timeout(300)
def test_each_thing_is_told_once_whenever_the_power_goes(scene: Scene, name: str) -> None:
    user = USERS[name]()
    seen: list[str] = []
    at = 0
    while True:
        at += 1
        things, before, folder = user.prepare(scene.apis), scene.seq(), f"{name}-{at}"
        first = scene.live(name, folder, things=things, at=at)
        told, telling = ([user.named(thing) for thing in said] for said in (first.told, first.telling))
        where = f"cut {first.steps[-1:]}, step {at}"
        if first.code == 0:
            assert lanes(user, scene.heard(user, before)) == lanes(user, told)
            assert first.told == things
            break
        assert first.code == -signal.SIGKILL, where
        seen.append(first.steps[-1])
        again = scene.live(name, folder, resumed=first.told)
        assert again.code == 0, where
        heard = lanes(user, scene.heard(user, before))
        # What was just being put may have been too early for the disk.
        assert heard in (lanes(user, told), lanes(user, telling)), where
        user.tidy(scene.apis)
    assert len(seen) == at - 1 >= 6
    assert {"before the question", "after the answer"} <= set(first.steps)
