"""Which distributions Branchline needs on a system, from pyproject.toml and what is installed here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.sources import ROOT

LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}


def needed(extras: Iterable[str], system: Mapping[str, str]) -> list[str]:
    """The canonical names of all distributions, those of dependencies too, sorted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    surroundings = {key: str(value) for key, value in default_environment().items()} | dict(system)
    lines = [*project["dependencies"]]
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = list(_wanted(lines, frozenset(), surroundings))
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += _wanted(_requires(one[0]), one[1], surroundings)
    return sorted({name for name, _ in seen})


def pinned() -> dict[str, str]:
    """The exact versions of constraints.txt by canonical name."""
    text = (ROOT / "constraints.txt").read_text("utf-8")
    return {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)$", text, re.M)
    }


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except (
        PackageNotFoundError
    ):  # one of another system; it is a leaf, or the install test finds what it lacks
        return []


def _wanted(
    lines: Iterable[str], extras: frozenset[str], surroundings: Mapping[str, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for line in lines:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({**surroundings, "extra": e}) for e in extras | {""}):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)
