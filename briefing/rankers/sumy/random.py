"""Chance as sumy has it: what any other ranker must beat."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Random:
    """A shuffle of the sentences, the same for the same seed.

    The usual lower bound, with no paper of its own. The order is that of sumy after
    `random.seed(seed)`; the global generator is left as it is.
    """

    seed: int = 0
    limit: int = 50_000
    """Sentences that are rated, the first of every document; 50,000 take some 6 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("random", "seed", self.seed, least=0)
        options.whole("random", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("random", self.rate, sentences, context, limit=self.limit)

    def rate(self, text: sumy.Text) -> list[float]:
        """Ratings of sumy from a generator of our own."""
        from sumy.summarizers.random import RandomSummarizer

        def shuffled(sentences: Sequence[Any]) -> dict[Any, int]:
            """Replace `_get_random_ratings`, which draws from the global generator."""
            found = list(range(len(sentences)))
            random.Random(self.seed).shuffle(found)
            return dict(zip(sentences, found, strict=True))

        summarizer = RandomSummarizer(text.stemmer)
        summarizer._get_random_ratings = shuffled
        return sumy.ratings(summarizer, text.model)
