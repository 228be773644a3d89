"""Rate by closeness to the centre of all the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing import features, pool
from briefing.model import Context, Sentence
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Centroid:
    """Cosine of a sentence and the mean of all sentences, as TF-IDF vectors; from 0 to 1.

    Radev, Jing, Styś and Tam (2004), "Centroid-based summarization of multiple documents",
    the centroid value of MEAD alone, and of unit vectors, so that long sentences do not win by
    their length.
    """

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Cosine of each sentence and the centroid of all, other wordings included."""
        everything = pool.gather(sentences, context)
        return everything.shared(closeness(features.extract(everything).sentences))


def closeness(rows: Matrix) -> Scores:
    """Cosine of each row and the sum of all, shape (n_rows,), from 0 to 1."""
    centroid = np.asarray(rows.sum(axis=0)).ravel()
    length = float(np.sqrt(centroid @ centroid))
    scores: Scores = np.asarray(rows @ centroid, dtype=np.float64)
    return scores / length if length else scores
