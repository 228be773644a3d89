"""Labelled data on the command line: what cannot be read is said, the rest is given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from briefing.cli import exits
from briefing.errors import ReadError

if TYPE_CHECKING:
    from briefing.model import Unreadable

T = TypeVar("T")

FILE = click.Path(path_type=Path)


def usable(rows: Iterable[T | Unreadable], path: Path, what: str, like: str) -> list[T]:
    """What `rows` of `path` hold; ends the program if none is a `what`, written `like`."""
    from briefing.model import Unreadable

    found: list[T] = []
    try:
        for row in rows:
            if isinstance(row, Unreadable):
                exits.say(f"{row.source}: {row.reason}")
            else:
                found.append(row)
    except ReadError as error:
        exits.say(str(error))
        raise exits.Exit(exits.NOTHING_READ) from error
    if not found:
        exits.say(f"{path}: has no {what}; a line is {like}")
        raise exits.Exit(exits.NOTHING_READ)
    return found
