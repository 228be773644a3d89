"""The plain choice: the best sentences that do not repeat one another, and nothing else.

It is for comparing rankers: no sections, no variety, so that only their values differ.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.model import Sentence
from briefing.rankers.values import Solvable, Value
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
"""The same for one that values sets, and knows itself what a sentence adds.

ROUGE-2 of `content-words`, cut, at .5, .6, .7, .8 and without: 15.5, 15.6, 15.7, 15.8, 15.7 on
mds_allsides_dev; 15.9, 15.8, 16.0, 16.2, 16.2 on 88 rows of mds_background_dev.
"""


def pick(sentences: Sequence[Sentence], value: Value, n_words: int) -> list[Sentence]:
    """The best within `n_words`, best first; one that does not fit makes room for the next."""
    return _chosen(sentences, value, n_words, may_pass=False)


def reach(sentences: Sequence[Sentence], value: Value, n_words: int) -> list[Sentence]:
    """The best, best first, until they have `n_words` or more."""
    return _chosen(sentences, value, n_words, may_pass=True)


def _chosen(
    sentences: Sequence[Sentence], value: Value, n_words: int, *, may_pass: bool
) -> list[Sentence]:
    sizes = np.asarray([sentence.n_words for sentence in sentences], dtype=np.int64)
    most = COPIES if value.of_sets else REPEATS
    queue = Queue(value.bounds)
    wanted = _solved(value, sizes, n_words)
    free = np.ones(len(sentences), dtype=np.bool_)
    chosen: list[Sentence] = []
    said: list[frozenset[str]] = []
    left = n_words
    while left > 0:
        may_come = free & wanted if may_pass else free & wanted & (sizes <= left)
        n = queue.best(may_come, value.gain)
        if n < 0 and wanted.all():
            break
        if n < 0:
            wanted[:] = True
            continue
        free[n] = False
        # Stems are costly, so only those of a line that would be chosen are compared.
        texts = [*said, *map(frozenset, likeness.stems([sentences[n]]))]
        alike = likeness.overlaps(texts)(len(said))[:-1]
        if alike.max(initial=0.0) > most:
            continue
        said = texts
        chosen.append(sentences[n])
        left -= sentences[n].n_words
        value.take(n)
        if value.renews:
            queue.renew(value.bounds)
    return chosen


def _solved(value: Value, sizes: NDArray[np.int64], n_words: int) -> NDArray[np.bool_]:
    """Which lines come before all others: the best set, where a ranker finds it, else all."""
    if not isinstance(value, Solvable) or not value.exact:
        return np.ones(len(sizes), dtype=np.bool_)
    wanted = np.zeros(len(sizes), dtype=np.bool_)
    wanted[list(value.solve(sizes.tolist(), n_words))] = True
    return wanted
