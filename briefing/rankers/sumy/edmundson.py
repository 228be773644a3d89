"""Edmundson's methods as sumy has them: cue words, title and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import languages
from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BONUS = _words(
    """
    accord agree agreement announce approve arrest attack ban ceasefire condemn confirm court
    crisis deal decide decision declare deny deploy elect election first government killed
    launch law leader minister official parliament plan police president report reveal sanction
    sign strike summit talks threat treaty vote war warn
    """
)
"""Words of what happened, and of who made it happen."""

STIGMA = _words(
    """
    advertisement ago click comment feel funny guess here hope i imagine maybe newsletter
    perhaps photo probably read recall remember seem sponsored subscribe think tweet video watch
    wonder you
    """
)
"""Words of opinion, of memory and of the page around an article."""


@dataclass(frozen=True, slots=True)
class Edmundson:
    """Sum of cue words, words of the title, and place in the document.

    Edmundson (1969), "New methods in automatic extracting": the cue, title and location
    methods; the key method is left out, as in his best mixture. The cue words are English.
    """

    bonus_words: tuple[str, ...] = BONUS
    stigma_words: tuple[str, ...] = STIGMA
    cue_weight: float = 1.0
    title_weight: float = 1.0
    location_weight: float = 1.0
    limit: int = 10_000
    """Sentences that are rated, the first of every document; 10,000 take some 4 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.words("edmundson", "bonus_words", self.bonus_words)
        options.words("edmundson", "stigma_words", self.stigma_words)
        options.weight("edmundson", "cue_weight", self.cue_weight)
        options.weight("edmundson", "title_weight", self.title_weight)
        options.weight("edmundson", "location_weight", self.location_weight)
        options.whole("edmundson", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("edmundson", self.rate, sentences, context, limit=self.limit)

    def rate(self, text: sumy.Text) -> list[float]:
        """Ratings of sumy, with the titles of the documents as headings."""
        from sumy.summarizers.edmundson import EdmundsonSummarizer

        summarizer = EdmundsonSummarizer(
            text.stemmer,
            cue_weight=self.cue_weight,
            title_weight=self.title_weight,
            location_weight=self.location_weight,
        )
        summarizer.bonus_words = self.bonus_words
        summarizer.stigma_words = self.stigma_words
        # It refuses an empty list, which a language without stop words would have.
        summarizer.null_words = text.stop_words or languages.stop_words("en")
        return sumy.ratings(summarizer, text.headed)
