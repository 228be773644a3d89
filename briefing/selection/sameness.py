"""How likely two lines make the same claim, for an editor who prints each claim once.

A logistic regression over what two lines share. It goes further than folding, which must be
all but certain: what is folded counts as one claim with two sources, what is alike here only
makes room for another line. Points are learnt by tests/quality/make_newsvalue.py from the
wordings that people put together in memos made by hand; there a first version, with one feature
more, had an average precision of .50, and the cosine alone .37 (days held out).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from briefing import languages, vectors
from briefing.cleaning.patterns import UPPER
from briefing.model import Sentence
from briefing.vectors import Matrix

FILE = Path(__file__).with_name("sameness.tsv")
NAMES = (
    "start",
    "cosine",
    "words of the shorter",
    "words of the longer",
    "shared words",
    "pairs of the shorter",
    "shared pairs",
    "names of the shorter",
    "shared names",
    "a figure shared",
    "figures, none shared",
    "same document",
    "neighbours",
    "near each other",
    "cosine in one document",
    "words and pairs",
)
"""Features of a pair of lines."""
NEAR = 3
"""Sentences between which two of a document are near each other."""

Points = NDArray[np.float64]

_NAME = re.compile(rf"[{UPPER}][\w’'-]+")
_NUMBER = re.compile(r"\d[\d,.]*")


class Sameness:
    """Compares lines, one against all."""

    def __init__(self, lines: Sequence[Sentence], stems: Sequence[Sequence[str]]) -> None:
        """Index `lines`; `stems` are those of their content words."""
        self._rows = vectors.tfidf(stems)
        n = len(lines)
        words = _matrix([frozenset(line) for line in stems])
        counts = np.maximum(words.sum(axis=0), 1)
        rarity = np.log(max(n, 1) / counts)
        self._words, self._weighted = words, words * rarity
        self._pairs = _matrix([frozenset(_pairs(line)) for line in stems])
        self._names = _matrix([_names(line) for line in lines])
        self._numbers = _matrix([frozenset(_NUMBER.findall(line.text)) for line in lines])
        self._sizes = [
            m.sum(axis=1) for m in (self._weighted, self._pairs, self._names, self._numbers)
        ]
        self._document = np.asarray([id(line.document) for line in lines], dtype=np.int64)
        self._index = np.asarray([line.index for line in lines], dtype=np.int64)

    def features(self, n: int) -> Points:
        """Values of `NAMES` for line `n` with each line, shape (n_lines, n_names)."""
        cosine = _shared(self._rows, self._rows, n)
        of_words, of_pairs, of_names, of_numbers = self._sizes
        words = _shared(self._weighted, self._words, n)
        pairs = _shared(self._pairs, self._pairs, n)
        names = _shared(self._names, self._names, n)
        numbers = _shared(self._numbers, self._numbers, n)
        words_part = words / np.maximum(np.minimum(of_words, of_words[n]), 1e-9)
        pairs_part = pairs / np.maximum(np.minimum(of_pairs, of_pairs[n]), 1e-9)
        same = (self._document == self._document[n]).astype(float)
        apart = np.abs(self._index - self._index[n])
        return np.column_stack(
            [
                np.ones(len(cosine)),
                cosine,
                words_part,
                words / np.maximum(np.maximum(of_words, of_words[n]), 1e-9),
                words,
                pairs_part,
                pairs,
                names / np.minimum(of_names + 0.5, of_names[n] + 0.5),
                names,
                numbers > 0,
                (numbers == 0) & (of_numbers > 0) & bool(of_numbers[n] > 0),
                same,
                same * (apart <= 1),
                same * (apart <= NEAR),
                same * cosine,
                words_part * pairs_part,
            ]
        )

    def chance(self, n: int) -> Points:
        """Chance that each line makes the claim of line `n`, 1 for itself; shape (n_lines,)."""
        found: Points = 1 / (1 + np.exp(-(self.features(n) @ points())))
        found[n] = 1.0
        return found


@cache
def points() -> Points:
    """Log-odds of each feature."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return np.asarray([float(rows[name]) for name in NAMES])


def _pairs(stems: Sequence[str]) -> list[str]:
    return [f"{a} {b}" for a, b in pairwise(stems)]


def _names(line: Sentence) -> frozenset[str]:
    """Words with a capital, those that begin sentences and say nothing left out."""
    stop = languages.stop_words(line.document.language or "en")
    return frozenset(w for w in _NAME.findall(line.text) if w.casefold() not in stop)


def _matrix(sets: Sequence[Collection[str]]) -> Matrix:
    """1 where a line has a value, shape (n_lines, n_values)."""
    numbers: dict[str, int] = {}
    found = [[numbers.setdefault(v, len(numbers)) for v in sorted(values)] for values in sets]
    starts = np.cumsum([0, *map(len, found)])
    cells = np.asarray([cell for row in found for cell in row], dtype=np.int64)
    shape = (len(sets), max(1, len(numbers)))
    return sparse.csr_array((np.ones(len(cells)), cells, starts), shape=shape)


def _shared(rows: Matrix, columns: Matrix, n: int) -> Points:
    found: Points = (rows @ columns[[n]].T).toarray().ravel()
    return found
