"""Graph reduction as sumy has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Reduction:
    """Sum of the words shared with each other sentence, over the logarithms of the lengths.

    No paper: https://github.com/adamfabish/Reduction. It is the graph of Mihalcea and Tarau
    (2004), "TextRank: bringing order into texts", section 4, without the walk.
    """

    limit: int = 1000
    """Sentences that are rated, the first of every document; 1,000 take some 6 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("reduction", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("reduction", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> list[float]:
    """Ratings of sumy."""
    from sumy.summarizers.reduction import ReductionSummarizer

    summarizer = ReductionSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words
    return sumy.ratings(summarizer, text.model)
