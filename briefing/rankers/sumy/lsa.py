"""Latent semantic analysis as sumy has it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing import pool
from briefing.model import Context, Sentence
from briefing.rankers import options, sumy

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Lsa:
    """Length of the sentence in the space of the topics, each weighted by its singular value.

    Steinberger and Ježek (2004), "Using latent semantic analysis in text summarization and
    summary evaluation", on the length of a sentence vector. sumy keeps every topic, so that
    the length is that of the sentence's own column and many are equal: earlier wins.
    """

    limit: int = 1000
    """Sentences that are rated, the first of every document; 1,000 take some 5 s."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("lsa", "limit", self.limit, least=1)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Rank as sumy does, in even steps from 1 to above 0."""
        return sumy.score("lsa", rate, sentences, context, limit=self.limit)


def rate(text: sumy.Text) -> Sequence[float]:
    """Ratings of sumy; none without words, or where the decomposition fails."""
    from sumy.summarizers.lsa import LsaSummarizer

    summarizer = LsaSummarizer(text.stemmer)
    summarizer.stop_words = text.stop_words

    def dictionary(document: Any) -> dict[str, int]:
        """Replace `_create_dictionary`: the same, in the order of the text and not of a set."""
        words = map(summarizer.normalize_word, document.words)
        stems = (summarizer.stem_word(w) for w in words if w not in summarizer.stop_words)
        return {stem: row for row, stem in enumerate(dict.fromkeys(stems))}

    summarizer._create_dictionary = dictionary
    with warnings.catch_warnings():
        # More sentences than words: it says so and goes on.
        warnings.filterwarnings("ignore", "Number of words", UserWarning)
        try:
            found = sumy.ratings(summarizer, text.model)
        except np.linalg.LinAlgError:
            return ()
    # Equal lengths differ in their last digits by the order of the words.
    return [round(rating, pool.N_DIGITS) for rating in found]
