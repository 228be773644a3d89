"""KLSum as sumy has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Kl:
    """The order in which sentences are added to bring a summary near the words of the whole.

    Haghighi and Vanderwende (2009), "Exploring content models for multi-document
    summarization", section 3.2. Cubic, hence the low limit.
    """

    limit: int = 200
    """Sentences that are rated, the first of every document; 200 take some 4 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("kl", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("kl", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> list[float]:
    """Ratings of sumy."""
    from sumy.summarizers.kl import KLSummarizer

    summarizer = KLSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words
    return sumy.ratings(summarizer, text.model)
