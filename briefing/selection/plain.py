"""The plain choice: the best sentences that do not repeat one another, and nothing else.

It is for comparing rankers: no sections, no variety, so that only their scores differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from briefing import vectors
from briefing.model import Sentence

REPEATS = 0.5
"""A sentence repeats one with which it shares more than this part of the shorter's stems.

ROUGE-2 of `default`, whole sentences, at .3, .4, .5, .6, .7 and without: 14.2, 14.7, 14.8,
14.6, 14.8, 14.7 on mds_allsides_dev, 50 words; 10.4, 10.1, 9.9, 9.3, 9.1, 9.3 on every sixth
row of mds_background_dev, 150 words.
"""


def pick(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], n_words: int
) -> list[Sentence]:
    """The best within `n_words`, best first; one that does not fit makes room for the next."""
    chosen = _Chosen()
    left = n_words
    for sentence in _ranked(sentences, scores):
        if left == 0:
            break
        if sentence.n_words <= left and chosen.take(sentence):
            left -= sentence.n_words
    return chosen.sentences


def reach(
    sentences: Sequence[Sentence], scores: NDArray[np.float64], n_words: int
) -> list[Sentence]:
    """The best, best first, until they have `n_words` or more."""
    chosen = _Chosen()
    left = n_words
    for sentence in _ranked(sentences, scores):
        if left <= 0:
            break
        if chosen.take(sentence):
            left -= sentence.n_words
    return chosen.sentences


def _ranked(sentences: Sequence[Sentence], scores: NDArray[np.float64]) -> list[Sentence]:
    """Best first; of equal ones the earlier."""
    return [sentences[n] for n in np.argsort(-scores, kind="stable")]


class _Chosen:
    """What was chosen, and where each stem stands in it."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.sizes: list[int] = []
        self.places: dict[str, list[int]] = defaultdict(list)

    def take(self, sentence: Sentence) -> bool:
        """Add `sentence`, unless it repeats one; whether it was added."""
        stems = set(vectors.stems(sentence.text, sentence.document.language or "en"))
        shared = Counter(chain.from_iterable(self.places.get(s, ()) for s in stems))
        if any(k > REPEATS * min(len(stems), self.sizes[n]) for n, k in shared.items()):
            return False
        for stem in stems:
            self.places[stem].append(len(self.sentences))
        self.sentences.append(sentence)
        self.sizes.append(len(stems))
        return True
