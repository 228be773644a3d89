"""Value lines by how near they bring the sum of those taken to the centre of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from briefing import features, pool
from briefing.model import Context, Sentence
from briefing.pool import Pool
from briefing.rankers import options
from briefing.rankers.values import Exact
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores

FINE = 2.0
"""What a line costs that is not among the first: the cosine never changes by more than 1."""


@dataclass(frozen=True, slots=True)
class CentroidOfSets:
    """Cosine of the sum of the lines taken and the sum of all, as TF-IDF vectors.

    Gholipour Ghalandari (2017), "Revisiting the centroid-based method: a strong baseline for
    multi-document summarization": sets are rated, not lines, by the global centroid, and the
    first lines of each document are the candidates. There the others never come; a memo may
    need more lines, so here they follow when none of the first is left, and so do lines
    without a content word: their gain is lower by `FINE`.

    A gain is the change of the cosine: from -1 to 1, below 0 where a line leads away, and
    higher after some lines than before them, so this is not submodular.
    """

    n_first: int = 3
    """Lines of a document that count as its first, at least 1, other wordings included.

    ROUGE-2 at 1, 2, 3, 5, 10 and without limit: 15.1, 14.8, 14.2, 13.7, 12.6, 11.3 on
    mds_allsides_dev, 50 words; 13.3, 12.7, 12.7, 12.2, 12.4, 12.4 on mds_background_dev,
    150 words. Fewer would leave most of a memo to the other lines.
    """

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("centroid-of-sets", "n_first", self.n_first, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """What each line would add if it were the first, from -2 to 1."""
        everything = pool.gather(sentences, context)
        value = self._value(everything, len(everything.sentences))
        return everything.shared(value.bounds)

    def start(self, sentences: Sequence[Sentence], context: Context) -> Nearness:
        """The value of no lines."""
        everything = pool.gather(sentences, context)
        return self._value(everything, everything.n_given)

    def _value(self, texts: Pool, n: int) -> Nearness:
        """The value of none of the first `n` lines."""
        rows = features.extract(texts).sentences
        centre = np.asarray(rows.sum(axis=0)).ravel()
        # The foremost wording counts.
        places = texts.positions.copy()
        np.minimum.at(places, texts.statements, texts.positions)
        late = (places[texts.statements] >= self.n_first) | (np.diff(rows.indptr) == 0)
        length = np.sqrt(centre @ centre) or 1
        return Nearness(rows[:n], centre / length, FINE * late[:n])


class Nearness(Exact):
    """How near the sum of the lines taken is to the centre; gains are exact."""

    renews: ClassVar[bool] = True

    def __init__(self, lines: Matrix, centre: Scores, fines: Scores) -> None:
        """Start with none of `lines`; rows and `centre` have length 1 or 0."""
        self._lines = lines
        self._fines = fines
        self._likeness: Scores = lines @ centre
        self._lengths = np.asarray(lines.multiply(lines).sum(axis=1)).ravel()
        self._begin()

    def take(self, n: int) -> None:
        """Add line `n`, and renew the gain of every other."""
        cells = slice(*self._lines.indptr[n : n + 2])
        self._sum[self._lines.indices[cells]] += self._lines.data[cells]
        self._likeness_of_sum += float(self._likeness[n])
        self.bounds = self._gains()

    def _begin(self) -> None:
        self._sum = np.zeros(self._lines.shape[1])
        self._likeness_of_sum = 0.0
        self.bounds = self._gains()

    def _gains(self) -> Scores:
        square = float(self._sum @ self._sum)
        squares = square + 2 * (self._lines @ self._sum) + self._lengths
        squares[squares == 0] = 1
        reached = (self._likeness_of_sum + self._likeness) / np.sqrt(squares)
        now = self._likeness_of_sum / np.sqrt(square) if square else 0.0
        gains: Scores = np.round(reached - now - self._fines, pool.N_DIGITS)
        return gains
