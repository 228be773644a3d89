"""States and bodies that act between states, as a text names them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.sections.lexicon import words
from briefing.sections.matcher import Flat, Matcher, Phrase, Vocabulary

_TABLE = Path(__file__).with_name("parties.toml")


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Names by party, in the order of the table."""
    tables = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {party: tuple(given) for party, given in tables["parties"].items()}


@cache
def _noise() -> tuple[str, ...]:
    """Names that have the name of a party in them and mean none."""
    return tuple(tomllib.loads(_TABLE.read_text(encoding="utf-8"))["noise"]["names"])


class Parties:
    """Finds the parties that texts name."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Compile the table."""
        self.ids = tuple(names())
        rows = [(-1, name) for name in _noise()]
        rows += [(n, name) for n, given in enumerate(names().values()) for name in given]
        self._party = np.asarray([n for n, _name in rows], dtype=np.int64)
        self._matcher = Matcher([Phrase(name, cased=True) for _n, name in rows], vocabulary)

    def forget(self) -> None:
        """Forget what is known of each type."""
        self._matcher.forget()

    def find(self, flat: Flat) -> NDArray[np.bool_]:
        """Which party each text names, shape (n_texts, n_parties)."""
        found = np.zeros((flat.n_texts, len(self.ids)), dtype=np.bool_)
        owners, phrases = self._matcher.find(flat)
        party = self._party[phrases]
        found[owners[party >= 0], party[party >= 0]] = True
        return found


def named(text: str) -> tuple[str, ...]:
    """Parties that a text names, in the order of the table."""
    vocabulary = Vocabulary()
    finder = Parties(vocabulary)
    row = finder.find(vocabulary.flat([words(text)]))[0]
    return tuple(finder.ids[n] for n in np.flatnonzero(row).tolist())
