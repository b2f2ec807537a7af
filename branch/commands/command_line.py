"""What the subcommands share: where a branch's data and branch.toml are, and how their mistakes are told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from branch.commands import UserError
from branch.service.config.branch_config import BranchConfig, ConfigError, load
from branch.service.journal.storage_errors import StorageError

CONFIG_NAME = "branch.toml"


class ConfigMistakesError(UserError):
    """branch.toml has mistakes; ``rest`` and ``touched`` are those of ConfigError."""

    def __init__(self, error: ConfigError) -> None:
        super().__init__(str(error))
        self.rest, self.touched = error.rest, error.touched


def any_path(text: str) -> Path:
    """The path that an argument names; a name that no disk can hold is a mistake of whoever typed it."""
    try:
        Path(text).exists()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{text[:60]}: {error.strerror}") from error
    return Path(text)


def add_data(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """--data DIR"""
    default = user_data_path("branchline")
    parser.add_argument(
        "--data",
        type=any_path,
        required=required,
        default=None if required else default,
        help="the data folder" + ("" if required else f" (default: {default})"),
    )


def add_config(parser: argparse.ArgumentParser) -> None:
    """--config branch.toml"""
    parser.add_argument(
        "--config", type=any_path, help=f"default: {CONFIG_NAME} in this folder, else in the data folder"
    )


def read_config(config: Path | None, data: Path | None) -> BranchConfig:
    """The branch.toml that was named or lies where it is expected; raises UserError."""
    places = [config] if config else [Path(CONFIG_NAME), *([data / CONFIG_NAME] if data else [])]
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        looked = " nor ".join(str(place) for place in places)
        raise UserError(f"there is no {looked}; `branchline init` makes one")
    try:
        return load(path)
    except ConfigError as error:
        raise ConfigMistakesError(error) from error


@contextmanager
def storage_told() -> Iterator[None]:
    """Say a StorageError in one line."""
    try:
        yield
    except StorageError as error:
        raise UserError(str(error)) from error
