"""What was learnt from labelled sentences: a readable file of weights.

A file has a head of "# key value" lines, a line that names the columns, and a row for each
feature: its name and its points for each section. Features are

    start             points that every sentence begins with
    rule NAME         points of a rule of `rules.py`
    own ID            what a point that the profile's words give to section ID is worth
    strong ID         the same words when they reach `STRONG` points
    context ID        a point of the title, the topic or a neighbour
    weak ID           the same where the sentence has no words of its own
    word STEM         a word, by its stem
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from briefing.errors import ConfigError

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of features for sections."""

    sections: tuple[str, ...] = ()
    """Ids of the columns."""
    language: str = ""
    """ISO 639-1 code of the language whose words have points."""
    rows: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """Points by feature, in the order of the columns."""

    @property
    def words(self) -> Mapping[str, Row]:
        """Points by stem."""
        start = "word "
        return {
            name.removeprefix(start): row
            for name, row in self.rows.items()
            if name.startswith(start)
        }


NONE = Weights()


@cache
def load(path: Path) -> Weights:
    """The weights in `path`; raises ConfigError if they cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8"
        raise ConfigError(f"{path}: cannot be read: {reason}") from error
    head = dict(line[2:].split(" ", 1) for line in lines if line.startswith("# "))
    body = [line.split("\t") for line in lines if line and not line.startswith("#")]
    try:
        (_feature, *sections), *rows = body
        found = {
            name: tuple(map(float, points))
            for name, *points in rows
            if len(points) == len(sections) or _refuse(name)
        }
        return Weights(tuple(sections), head["language"], MappingProxyType(found))
    except (ValueError, KeyError) as error:
        raise ConfigError(f"{path}: is no file of weights: {error}") from error


def _refuse(name: str) -> bool:
    raise ValueError(f"{name!r} has too few or too many columns")
