"""LexRank as sumy has it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class LexRank:
    """Centrality in a graph that joins sentences with a cosine above 0.1.

    Erkan and Radev (2004), "LexRank: graph-based lexical centrality as salience in text
    summarization", section 3.2; without damping, and stopped after about three steps.
    """

    limit: int = 1000
    """Sentences that are rated, the first of every document; 1,000 take some 5 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("lex-rank", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("lex-rank", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> list[float]:
    """Ratings of sumy; all NaN where no two sentences share a word that counts."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    summarizer = LexRankSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words
    summarizer.cosine_similarity = cosine
    # The NaN is looked for by whoever asks.
    with np.errstate(invalid="ignore"):
        return sumy.ratings(summarizer, text.model)


def cosine(
    _a: Collection[str],
    _b: Collection[str],
    tf_a: Mapping[str, float],
    tf_b: Mapping[str, float],
    idf: Mapping[str, float],
) -> float:
    """Replace `cosine_similarity`: the same, added up in the order of the text."""
    product = sum(tf_a[t] * tf_b[t] * idf[t] ** 2 for t in tf_a if t in tf_b)
    square_a = sum((tf_a[t] * idf[t]) ** 2 for t in tf_a)
    square_b = sum((tf_b[t] * idf[t]) ** 2 for t in tf_b)
    if square_a > 0 and square_b > 0:
        return product / (math.sqrt(square_a) * math.sqrt(square_b))
    return 0.0
