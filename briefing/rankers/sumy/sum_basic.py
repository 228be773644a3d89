"""SumBasic as sumy has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class SumBasic:
    """The order in which sentences are taken for their frequent words.

    Nenkova and Vanderwende (2005), "The impact of frequency on summarization", the algorithm
    SumBasic; a word that was used counts less from then on.
    """

    limit: int = 3000
    """Sentences that are rated, the first of every document; 3,000 take some 4 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("sum-basic", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("sum-basic", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> list[float]:
    """Ratings of sumy."""
    from sumy.summarizers.sum_basic import SumBasicSummarizer

    summarizer = SumBasicSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words
    return sumy.ratings(summarizer, text.model)
