"""Rate by what several rankers agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing import pool
from briefing import rankers as table
from briefing.errors import ConfigError
from briefing.model import Context, Sentence
from briefing.rankers import options

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Consensus:
    """Reciprocal rank fusion: sum of 1 / (k + rank) over several rankers, ranks from 1.

    Cormack, Clarke and Büttcher (2009), "Reciprocal rank fusion outperforms Condorcet and
    individual rank learning methods", section 2. Equal scores share the better rank. The best
    possible, first with all of them, is 1.
    """

    rankers: tuple[str, ...] = ("content-words", "lexrank-continuous", "lead")
    """Names as `rankers.get` takes them, with their own defaults."""
    k: int = 60
    """Higher values care less for the very first ranks; 60 is the paper's."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("consensus", "k", self.k, least=0)
        options.words("consensus", "rankers", self.rankers)
        for name in self.rankers:
            if table.resolve(name).partition("(")[0] == "consensus":
                raise ConfigError("ranker 'consensus': rankers names itself; name others")
            table.get(name)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Sum of reciprocal ranks, scaled so that first with all of them is 1."""
        total = np.zeros(len(sentences))
        for name in self.rankers:
            ranking = ranks(table.get(name).score(sentences, context))
            total += (self.k + 1) / (self.k + ranking)
        scores: Scores = np.round(total / len(self.rankers), pool.N_DIGITS)
        return scores


def ranks(scores: Scores) -> Scores:
    """Rank of each score from 1, highest first; equal ones share the better rank."""
    falling = np.sort(-scores)
    return np.searchsorted(falling, -scores, side="left").astype(np.float64) + 1
