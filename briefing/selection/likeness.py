"""How alike lines are, one against all: by the words that they share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from briefing import vectors
from briefing.model import Sentence

if TYPE_CHECKING:
    from briefing.model import Scores

Similarity: TypeAlias = "Callable[[int], Scores]"
"""How alike each line is to the one of that number, from 0 to 1, shape (n_lines,)."""


def stems(lines: Sequence[Sentence]) -> list[list[str]]:
    """Stems of the content words of each line; a language that is unknown is English."""
    return [vectors.stems(line.text, line.document.language or "en") for line in lines]


def cosines(texts: Sequence[Sequence[str]]) -> Similarity:
    """Cosine of TF-IDF rows: rare words count for more."""
    rows = vectors.tfidf(texts)

    def to(n: int) -> Scores:
        found: Scores = (rows @ rows[[n]].T).toarray().ravel()
        return found

    return to


def overlaps(texts: Sequence[Collection[str]]) -> Similarity:
    """Part of the shorter line's words that the other has: a trimmed copy is a copy."""
    words = [frozenset(text) for text in texts]

    def to(n: int) -> Scores:
        own = words[n]
        shared = np.asarray([len(own & other) for other in words], dtype=np.float64)
        sizes = np.asarray([min(len(own), len(other)) for other in words])
        found: Scores = shared / np.maximum(sizes, 1)
        return found

    return to
