"""Rate by a random walk over similar sentences, without ever building their matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing import features, pool
from briefing.model import Context, Sentence
from briefing.rankers import options
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores

TOLERANCE = 1e-9
"""Change of the distribution, summed over sentences, at which the walk has settled."""

NOTHING = 1e-9
"""Similarity to all others below which a sentence is similar to none, but for rounding."""

MOST_STEPS = 500
"""The usual damping settles within some 130 steps; a higher one may be cut off here."""


@dataclass(frozen=True, slots=True)
class LexRankContinuous:
    """Stationary distribution of a walk that steps in proportion to similarity.

    Erkan and Radev (2004), "LexRank: graph-based lexical centrality as salience in text
    summarization", section 3.3 (continuous, so no threshold), damping as in equation 5.
    The similarities are X Xᵀ of TF-IDF rows without its diagonal, as no sentence votes for
    itself; so a step is X (Xᵀ p) - p, and memory and time grow with the words, not with the
    pairs. It is not the method that sumy calls LexRank, which cuts
    similarities at 0.1, has no damping and stops after about three steps.
    """

    damping: float = 0.85
    """Probability of following a similarity instead of jumping anywhere, from 0 to below 1."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.share("lexrank-continuous", "damping", self.damping)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Share of the walk that ends at each sentence; the most visited has 1."""
        everything = pool.gather(sentences, context)
        shares = walk(features.extract(everything).sentences, self.damping)
        return everything.shared(shares / shares.max(initial=0) if shares.size else shares)


def walk(rows: Matrix, damping: float) -> Scores:
    """Stationary distribution over the rows, shape (n_rows,), sum 1."""
    n = rows.shape[0]
    columns = rows.T.tocsr()
    itself = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    degrees = rows @ (columns @ np.ones(n)) - itself
    stuck = degrees < NOTHING
    steps = np.divide(1, degrees, out=np.zeros(n), where=~stuck)
    shares = np.full(n, 1 / max(n, 1))
    for _ in range(MOST_STEPS if n else 0):
        # From a sentence that is similar to none a walker jumps anywhere.
        jump = (1 - damping + damping * shares[stuck].sum()) / n
        going = steps * shares
        moved = damping * (rows @ (columns @ going) - itself * going) + jump
        change = np.abs(moved - shares).sum()
        shares = moved
        if change <= TOLERANCE:
            break
    return shares
