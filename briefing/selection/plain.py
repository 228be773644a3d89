"""The plain choice: the best sentences that do not repeat one another, and nothing else.

It is for comparing rankers: no sections, no variety, so that only their values differ.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.model import Sentence
from briefing.rankers.values import Value
from briefing.selection import likeness
from briefing.selection.greedy import Queue

REPEATS = 0.5
"""Part of the shorter one's stems from which two sentences say the same, for a ranker that
rates sentences one by one.

ROUGE-2 of `salience`, whole sentences, at .3, .4, .5, .6, .7 and without: 14.2, 14.7, 14.8,
14.6, 14.8, 14.7 on mds_allsides_dev, 50 words; 10.4, 10.1, 9.9, 9.3, 9.1, 9.3 on every sixth
row of mds_background_dev, 150 words.
"""
COPIES = 0.8
"""The same for one that values sets, and knows itself what a sentence adds."""


def pick(sentences: Sequence[Sentence], value: Value, n_words: int) -> list[Sentence]:
    """The best within `n_words`, best first; one that does not fit makes room for the next."""
    return _chosen(sentences, value, n_words, may_pass=False)


def reach(sentences: Sequence[Sentence], value: Value, n_words: int) -> list[Sentence]:
    """The best, best first, until they have `n_words` or more."""
    return _chosen(sentences, value, n_words, may_pass=True)


def _chosen(
    sentences: Sequence[Sentence], value: Value, n_words: int, *, may_pass: bool
) -> list[Sentence]:
    sizes = np.asarray([sentence.n_words for sentence in sentences])
    most = COPIES if value.of_sets else REPEATS
    alike = likeness.overlaps(likeness.stems(sentences))
    queue = Queue(value.bounds)
    free = np.ones(len(sentences), dtype=np.bool_)
    chosen: list[Sentence] = []
    left = n_words
    while left > 0:
        n = queue.best(free if may_pass else free & (sizes <= left), value.gain)
        if n < 0:
            break
        chosen.append(sentences[n])
        left -= sentences[n].n_words
        value.take(n)
        if value.renews:
            queue.renew(value.bounds)
        free &= alike(n) <= most
        free[n] = False
    return chosen
