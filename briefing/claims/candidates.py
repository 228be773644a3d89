"""Which sentences are worth comparing: those that share enough of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from briefing import languages, nearness, vectors
from briefing.claims.words import units

ALIKE = 0.4
FEW, FEW_ALIKE = 5, 0.7
"""Jaccard similarity of their content words below which two sentences are not compared, and
what it is where one has fewer words than `FEW`: of the pairs that fold on the training half
of MSRP .02 have less."""
FIRST = 20
"""Of all that are in one bucket, so many are compared with each of the others."""
_N_HASHES, _N_ROWS = 63, 3
"""Of the pairs that fold on the training half of MSRP .985 share a bucket."""
_GUESS = 0.2
"""Estimate of the similarity from which it is counted."""
_CHUNK = 20_000


def find(texts: Iterable[tuple[str, str]]) -> Mapping[int, Sequence[int]]:
    """Place of a (language, words with blanks between them) → earlier ones to compare it with.

    These ascend; what has none is left out. The content words of each are compared, one for
    all synonyms; all words where there are no others.
    """
    rows = _Rows(texts)
    near: dict[int, list[int]] = defaultdict(list)
    if len(rows) > 1:
        for one, other in rows.alike(_sharing_a_bucket(rows.signatures())).tolist():
            near[other].append(one)
    return near


class _Rows:
    """Texts as sets of numbered words, one after the other."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        numbers: dict[str, dict[str, int]] = defaultdict(dict)
        known: dict[tuple[str, str], int] = {}
        flat: list[int] = []
        ends = [0]
        for language, text in texts:
            words = text.split()
            number = numbers[language]
            new = [word for word in words if word not in number]
            if new:
                for word, unit in zip(new, _content_units(new, language), strict=True):
                    number[word] = known.setdefault((language, unit), len(known))
            row = {number[word] for word in words}
            row.discard(known.get((language, ""), -1))
            # A text of stop words alone is the words that it has.
            flat += row or {known.setdefault((language, f" {w}"), len(known)) for w in words}
            ends.append(len(flat))
        self._flat = np.asarray(flat, dtype=np.int64)
        self._ends = np.asarray(ends, dtype=np.int64)
        self._hashes = nearness.hashes("\n".join(name) for name in known)
        self._sizes = np.diff(self._ends)

    def __len__(self) -> int:
        return len(self._sizes)

    def signatures(self) -> NDArray[np.uint32]:
        return nearness.flat_signatures(self._hashes[self._flat], self._ends, _N_HASHES)

    def alike(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of `pairs` that share enough words; all are counted, none is estimated."""
        matrix = sparse.csr_array(
            (np.ones(len(self._flat), dtype=np.int32), self._flat, self._ends),
            shape=(len(self), len(self._hashes)),
        )
        kept = []
        for start in range(0, len(pairs), _CHUNK):
            chunk = pairs[start : start + _CHUNK]
            a, b = chunk.T
            shared = matrix[a].multiply(matrix[b]).sum(axis=1)
            few = np.minimum(self._sizes[a], self._sizes[b]) < FEW
            least = np.where(few, FEW_ALIKE, ALIKE)
            kept.append(chunk[shared >= least * (self._sizes[a] + self._sizes[b] - shared)])
        return np.concatenate(kept) if kept else pairs


def _content_units(words: Sequence[str], language: str) -> list[str]:
    """The unit of each word; "" for stop words."""
    stop = languages.stop_words(language)
    found = units(vectors.stemmed([*words], language), language)
    return ["" if word in stop else unit for word, unit in zip(words, found, strict=True)]


def _sharing_a_bucket(signatures: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs (one, other), one < other, ascending by both; each once.

    Of a crowded bucket only the first ones are paired with all, so that a set phrase costs no
    more than the lines that have it.
    """
    n_rows = len(signatures)
    found = [np.empty(0, dtype=np.int64)]
    for column in nearness.buckets(signatures, _N_ROWS).T:
        order = np.argsort(column, kind="stable")
        starts = np.flatnonzero(np.diff(column[order], prepend=~column[order[:1]]))
        sizes = np.diff(np.append(starts, n_rows))
        start_of = np.repeat(starts, sizes)
        place = np.arange(n_rows) - start_of
        later = np.flatnonzero(place)
        for n in range(min(FIRST, int(sizes.max()) - 1)):
            later = later[place[later] > n]
            found.append(order[start_of[later] + n] * n_rows + order[later])
    codes = np.sort(np.concatenate(found))
    codes = codes[np.diff(codes, prepend=-1) > 0]
    pairs = np.stack([codes // n_rows, codes % n_rows], axis=1)
    return pairs[_guessed(signatures, pairs) >= _GUESS]


def _guessed(signatures: NDArray[np.uint32], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    guesses = np.empty(len(pairs))
    for start in range(0, len(pairs), _CHUNK):
        a, b = pairs[start : start + _CHUNK].T
        guesses[start : start + _CHUNK] = (signatures[a] == signatures[b]).mean(axis=1)
    return guesses
