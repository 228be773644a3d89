"""Tables of words: a line is a class, a blank line parts groups of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefing import vectors

_COMMENT = re.compile(r"^#.*\n", re.MULTILINE)


def read(name: str) -> str:
    """The table in a file beside this module, without its comments."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return _COMMENT.sub("", text)


def classes(table: str) -> Mapping[str, str]:
    """Word → the first word of its line."""
    rows = (line.split() for line in table.splitlines() if line.strip())
    return MappingProxyType({word: row[0] for row in rows for word in row})


def stemmed(table: str) -> Mapping[str, str]:
    """Stem of an English word → the first word of its line."""
    return MappingProxyType(
        {
            stem: name
            for word, name in classes(table).items()
            for stem in vectors.stemmed([word])
        }
    )


def groups(table: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Stem of an English word → its (group, side) of every group."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, group in enumerate(re.split(r"\n\s*\n", table.strip())):
        for stem, side in stemmed(group).items():
            found.setdefault(stem, []).append((number, side))
    return MappingProxyType({stem: tuple(sides) for stem, sides in found.items()})
