"""Rate by the words that the documents use more often than news at large does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing import frequencies, pool, vectors
from briefing.frequencies import Frequencies
from briefing.model import Context, Sentence
from briefing.rankers import options

if TYPE_CHECKING:
    from briefing.model import Scores

FREQUENT = 2
"""Count of a topic word, in times of the average one, where there is no table.

ROUGE-2 on the 500 clusters of mds_allsides_dev, 50 words, as if English had no table: 10.8;
10.3 with 1, 10.9 with 3, 9.7 with 4. The standard error is 0.5.
"""


@dataclass(frozen=True, slots=True)
class TopicSignatures:
    """Number of different topic words, over the square root of that of all content words.

    Lin and Hovy (2000), "The automated acquisition of topic signatures for text
    summarization": topic words are the stems whose share of all words is larger than in the
    news at large, by a likelihood ratio above `cutoff`. Conroy, Schlesinger and O'Leary
    (2006), "Topic-focused multi-document summarization using an approximate oracle score",
    rate by their share, which is `exponent` 1; their number is `exponent` 0.

    In a language without a table of the news at large, topic words are those that are frequent
    in the documents (Luhn 1958, "The automatic creation of literature abstracts"), and a note
    says so.

    ROUGE-2 on the 500 clusters of mds_allsides_dev, 50 words: 11.0, and 13.7 for `lead`; 10.6
    with `exponent` 0, 9.1 with 1; 10.0 with `cutoff` 6.63, 11.4 with 20. Without the table it
    would be 10.8: next to the frequencies of the documents, those of all news tell little.
    """

    cutoff: float = 10.83
    """Ratio that chance exceeds for one word in a thousand (chi-square, one degree)."""
    exponent: float = 0.5
    """Power of the number of content words that the number of topic words is divided by."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.weight("topic-signatures", "cutoff", self.cutoff)
        options.weight("topic-signatures", "exponent", self.exponent)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Density of the topic words of its language in each sentence; 0 without any."""
        everything = pool.gather(sentences, context)
        of_documents = everything.languages
        languages = [of_documents[owner] for owner in everything.owners.tolist()]
        texts = [
            vectors.stems(sentence.text, language)
            for sentence, language in zip(everything.sentences, languages, strict=True)
        ]
        topics = self._topics(texts, languages, context)
        scores = [
            self._density(frozenset(text), topics[language])
            for text, language in zip(texts, languages, strict=True)
        ]
        return everything.shared(np.asarray(scores, dtype=np.float64))

    def _topics(
        self, texts: Sequence[Sequence[str]], languages: Sequence[str], context: Context
    ) -> Mapping[str, frozenset[str]]:
        """Topic words by language."""
        counts = {language: Counter[str]() for language in sorted(set(languages))}
        for text, language in zip(texts, languages, strict=True):
            counts[language].update(text)
        topics = {}
        for language, known in counts.items():
            background = frequencies.load(language)
            if background:
                topics[language] = signatures(known, background, self.cutoff)
            else:
                topics[language] = frequent(known)
                context.note(
                    f"topic-signatures: no table of frequencies for language {language!r}; "
                    "its topic words are those that are frequent in the documents"
                )
        return topics

    def _density(self, text: frozenset[str], topics: frozenset[str]) -> float:
        return float(len(text & topics) / len(text) ** self.exponent) if text else 0.0


def signatures(
    counts: Mapping[str, int], background: Frequencies, cutoff: float
) -> frozenset[str]:
    """Stems that are more frequent in `counts` than in `background`, by more than chance.

    Both sides are counted in words. How often the background has a stem is estimated from how
    many of its documents do, as if occurrences fell evenly (Poisson); counted ones give topic
    words that rate no better.
    """
    n_words = sum(counts.values())
    found = set()
    for stem, count in counts.items():
        usual = -math.log1p(-background.share(stem)) * background.n_documents
        more = count / n_words > usual / background.n_words
        if more and likelihood_ratio(count, n_words, usual, background.n_words) > cutoff:
            found.add(stem)
    return frozenset(found)


def likelihood_ratio(k1: float, n1: float, k2: float, n2: float) -> float:
    """How much likelier k1 of n1 and k2 of n2 are with two shares than with one: -2 ln λ.

    Dunning (1993), "Accurate methods for the statistics of surprise and coincidence".
    """
    apart = _log_likelihood(k1, n1) + _log_likelihood(k2, n2)
    return 2 * (apart - _log_likelihood(k1 + k2, n1 + n2))


def frequent(counts: Mapping[str, int]) -> frozenset[str]:
    """Stems that stand more than `FREQUENT` times as often as the average one."""
    least = FREQUENT * sum(counts.values()) / max(len(counts), 1)
    return frozenset(stem for stem, count in counts.items() if count > least)


def _log_likelihood(k: float, n: float) -> float:
    return sum(part * math.log(part / n) for part in (k, n - k) if part > 0)
