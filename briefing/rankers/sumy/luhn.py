"""Luhn's method as sumy has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Luhn:
    """The densest cluster of frequent words in the sentence.

    Luhn (1958), "The automatic creation of literature abstracts", the significance factor.
    Sentences without a cluster are equal, and stay in the order of the documents.
    """

    limit: int = 5000
    """Sentences that are rated, the first of every document; 5,000 take some 5 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("luhn", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("luhn", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> list[float]:
    """Ratings of sumy."""
    from sumy.summarizers.luhn import LuhnSummarizer

    summarizer = LuhnSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words
    return sumy.ratings(summarizer, text.model)
