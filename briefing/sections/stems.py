"""Words with learnt points: which of them each text has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from briefing import languages, vectors
from briefing.sections.matcher import Flat, Ints, Vocabulary
from briefing.vectors import Matrix


class Stems:
    """Finds the stems that have points, stop words and numbers left out."""

    def __init__(self, stems: Sequence[str], language: str, vocabulary: Vocabulary) -> None:
        """Look for `stems` of words of `language`, "" for none."""
        self._columns = {stem: n for n, stem in enumerate(stems)}
        self._language = language
        self._stop = languages.stop_words(language) if language else frozenset[str]()
        self._vocabulary = vocabulary
        self.forget()

    def forget(self) -> None:
        """Forget what is known of each type."""
        self._column_of: Ints = np.zeros(0, dtype=np.int64)

    def find(self, flat: Flat) -> Matrix:
        """1 where a text has a stem, shape (n_texts, n_stems)."""
        self._learn()
        shape = (flat.n_texts, len(self._columns))
        columns = self._column_of[flat.types]
        known = columns >= 0
        cells = np.unique(flat.owners[known] * max(shape[1], 1) + columns[known])
        owners, columns = np.divmod(cells, max(shape[1], 1))
        starts = np.searchsorted(owners, np.arange(shape[0] + 1))
        return sparse.csr_array((np.ones(len(cells)), columns, starts), shape=shape)

    def _learn(self) -> None:
        new = self._vocabulary.words[len(self._column_of) :]
        found = [self._columns.get(stem, -1) for stem in stems(new, self._language, self._stop)]
        self._column_of = np.concatenate([self._column_of, np.asarray(found, dtype=np.int64)])


def stems(words: Sequence[str], language: str, stop: frozenset[str]) -> list[str]:
    """The stem of each word, "" for a stop word or a number."""
    folded = [word.casefold() for word in words]
    found = vectors.stemmed(folded, language)
    return [
        "" if word in stop or word.isdigit() else stem
        for word, stem in zip(folded, found, strict=True)
    ]
