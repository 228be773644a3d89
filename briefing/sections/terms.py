"""The words of a profile, compiled: which of them a text has, and for which section."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.sections.matcher import Flat, Ints, Matcher, Phrase, Vocabulary
from briefing.sections.profile import Profile

TOGETHER = " + "
"""Stands between parts of a term that count only where a sentence has them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A term for a section, or against it."""

    column: int
    """Number of the section, "other" last; -1 for a phrase that speaks for nothing."""
    kind: str
    text: str
    weight: float
    """Points, below 0 if it speaks against the section."""
    n_parts: int = 1


@dataclass(frozen=True, slots=True)
class Hits:
    """The terms that texts have, each once a text, by text and then in the order of terms."""

    owners: Ints
    rows: Ints
    starts: Ints
    """Where the hits of each text begin, shape (n_texts + 1,)."""


class Terms:
    """Finds the terms of a profile."""

    def __init__(self, profile: Profile, vocabulary: Vocabulary) -> None:
        """Compile the words of `profile`."""
        self.rows: list[Row] = []
        self._phrases: list[Phrase] = []
        self._row: list[int] = []
        for column, section in enumerate(profile.all_sections):
            for kind, sign, terms in section.groups:
                for term in terms:
                    cased = kind == "entity" or (kind == "against" and term.text[0].isupper())
                    shown = f"{kind}: {term.kind}" if term.kind else kind
                    self._add(Row(column, shown, term.text, sign * term.weight), cased=cased)
        for phrase in profile.ignore:
            self._add(Row(-1, "ignore", phrase, 0.0), cased=phrase[0].isupper())
        self._rows_of = np.asarray(self._row, dtype=np.int64)
        self._n_parts = np.asarray([row.n_parts for row in self.rows], dtype=np.int64)
        self.columns = np.asarray([row.column for row in self.rows], dtype=np.int64)
        self.weights = np.asarray([row.weight for row in self.rows], dtype=np.float64)
        self.between = np.asarray([row.kind == "between" for row in self.rows], dtype=np.bool_)
        self._matcher = Matcher(self._phrases, vocabulary)

    def _add(self, row: Row, *, cased: bool) -> None:
        parts = [part.strip() for part in row.text.split(TOGETHER)]
        number = len(self.rows)
        self.rows.append(Row(row.column, row.kind, row.text, row.weight, n_parts=len(parts)))
        for part in parts:
            self._phrases.append(Phrase(part, cased))
            self._row.append(number)

    def forget(self) -> None:
        """Forget what is known of each type."""
        self._matcher.forget()

    def find(self, flat: Flat) -> Hits:
        """The terms that each text has whole."""
        owners, phrases = _each_once(*self._matcher.find(flat), max(len(self._phrases), 1))
        size = max(len(self.rows), 1)
        # A term is whole where a text has as many of its parts as it has.
        cells, counts = np.unique(owners * size + self._rows_of[phrases], return_counts=True)
        owners, rows = np.divmod(cells, size)
        whole = (counts == self._n_parts[rows]) & (self.columns[rows] >= 0)
        owners, rows = owners[whole], rows[whole]
        starts = np.searchsorted(owners, np.arange(flat.n_texts + 1))
        return Hits(owners, rows, starts)

    def points(
        self, hits: Hits, reach: NDArray[np.float64], n_columns: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Points of each hit, and their sums, shape (n_texts, n_columns).

        `reach` is the part of a `between` term that counts in each text.
        """
        weights = self.weights[hits.rows] * np.where(
            self.between[hits.rows], reach[hits.owners], 1.0
        )
        n_texts = len(hits.starts) - 1
        cells = hits.owners * n_columns + self.columns[hits.rows]
        sums = np.bincount(cells, weights, minlength=n_texts * n_columns).astype(np.float64)
        return weights, sums.reshape(n_texts, n_columns)


def _each_once(owners: Ints, phrases: Ints, n_phrases: int) -> tuple[Ints, Ints]:
    """The pairs without their repetitions, in order."""
    once: tuple[Ints, Ints] = np.divmod(np.unique(owners * n_phrases + phrases), n_phrases)
    return once
