"""Value lines by the content words that they add, as a summary of the set would hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from scipy import sparse

from briefing import features, pool
from briefing.features import Words
from briefing.model import Context, Sentence
from briefing.pool import Numbers, Pool
from briefing.rankers import kinds, options, voters
from briefing.rankers.kinds import Kind
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores


FEW, FEW_OF_REMARKS = 8, 4
"""Content words of which a shorter line counts as so long, else fragments would win.

ROUGE-2 at 4, 6, 8, 10: 15.7, 15.7, 15.7, 15.7 on mds_allsides_dev, 50 words; 16.2, 16.2, 16.1,
16.1 on 88 rows of mds_background_dev, 150 words. At 4, 6, 8: 7.9, 7.1, 6.2 on reviews
(mds_opinosis), which are short.
"""


@dataclass(frozen=True, slots=True)
class ContentWords:
    """Sum of the weights of the words that lines hold, the more often the less; and so short.

    Yih, Goodman, Vanderwende and Suzuki (2007), "Multi-document summarization by maximizing
    informative content-words": what a summary holds is told word by word, from how many
    documents have the word and how early. Nothing is fitted here:

    - a document, or one text in several of them, votes for its words, 1 / √(1 + position) of
      the line that has it first, and once more for those of its title;
    - the mean of the votes, to the power of `power`, is the weight of a word;
    - a word that a chosen line has is worth `fade` of it in the next one, as in SumBasic
      (Nenkova and Vanderwende 2005, "The impact of frequency on summarization");
    - a line is worth the sum of its words' weights over its length, to the power of `length`:
      0 would favour long lines, 1 short ones.

    The kind of the set decides who votes. Of one event all do alike. Of dated updates the
    newest day counts most, 1 / (1 + later days), for it restates what holds and corrects what
    does not. Of many stories each votes for its own lines only, so that a word of one gives
    nothing to another. What is not news has no order: words count by the lines that have them.
    """

    power: float = 1.5
    """ROUGE-2 at 1, 1.25, 1.5, 2, 2.5: 15.7, 15.7, 15.7, 15.9, 15.5 on mds_allsides_dev, 50
    words; 15.8, 16.0, 16.2, 15.9, 15.9 on 88 rows of mds_background_dev, 150 words."""
    fade: float = 0.5
    """At .3, .4, .5, .6, .7: 15.8, 15.7, 15.7, 15.8, 15.8; 16.1, 16.1, 16.2, 16.1, 16.0."""
    length: float = 0.7
    """At .5, .6, .7, .8: 15.9, 15.8, 15.7, 16.0; 15.9, 16.1, 16.2, 16.0."""

    def __post_init__(self) -> None:
        """Check the options."""
        options.weight("content-words", "power", self.power)
        options.part("content-words", "fade", self.fade)
        options.weight("content-words", "length", self.length)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """What each line would add if it were the first, the best one 1."""
        everything = pool.gather(sentences, context)
        return everything.shared(self._all(everything, context).bounds)

    def start(self, sentences: Sequence[Sentence], context: Context) -> Held:
        """The value of no lines."""
        everything = pool.gather(sentences, context)
        return self._all(everything, context).first(everything.n_given)

    def _all(self, texts: Pool, context: Context) -> Held:
        """The value of none of the lines, other wordings included."""
        return self.value(texts, features.words(texts), stories_of(texts, context))

    def value(self, texts: Pool, words: Words, stories: Numbers) -> Held:
        """The value of none of the lines; `stories` has the number of each document's."""
        kind = kinds.tell(texts, words, len(set(stories.tolist())))
        rows = _holding([*words.sentences, *words.titles])
        if kind is Kind.STORIES:
            owners = np.concatenate([texts.owners, np.arange(len(texts.documents))])
            rows = _apart(rows, stories[owners])
        n = len(texts.sentences)
        lines, titles = rows[:n], rows[n:]
        if kind is Kind.REMARKS:
            weights = np.bincount(lines.indices, minlength=lines.shape[1]) / n
            length, few = 1.0, FEW_OF_REMARKS
        else:
            weight = voters.weights(texts, kind)
            votes = _early(lines, texts, weight) + titles.T @ weight
            weights, length, few = votes**self.power, self.length, FEW
        sizes = np.maximum(np.diff(lines.indptr), few)
        fade = 1.0 if kind is Kind.STORIES else self.fade
        return Held(lines, weights, 1 / sizes**length, fade)


@dataclass(slots=True)
class Held:
    """What the words that lines hold are worth; it starts with no lines."""

    renews: ClassVar[bool] = False

    rows: Matrix
    """Which word (column) is in which line, shape (n_lines, n_words)."""
    weights: Scores
    """What a word is worth if no line has it, shape (n_words,)."""
    scales: Scores
    """What a line's sum is multiplied by, shape (n_lines,)."""
    fade: float
    bounds: Scores = field(init=False)
    left: Scores = field(init=False)
    """What a word is worth in the next line that has it, shape (n_words,)."""

    def __post_init__(self) -> None:
        """Scale what lines add so that the best would add 1."""
        bounds = (self.rows @ self.weights) * self.scales
        largest = float(bounds.max(initial=0.0))
        if largest > 0:
            self.scales = self.scales / largest
            bounds = bounds / largest
        self.bounds = np.round(bounds, pool.N_DIGITS)
        self.left = self.weights.copy()

    @property
    def of_sets(self) -> bool:
        """Whether words fade."""
        return self.fade < 1

    def again(self) -> Held:
        """The value of no lines."""
        return self.first(len(self.scales))

    def first(self, n: int) -> Held:
        """The same of the first `n` lines alone."""
        return Held(self.rows[:n], self.weights, self.scales[:n], self.fade)

    def gain(self, n: int) -> float:
        """Sum of what the words of line `n` are still worth, by its length."""
        worth = float(self.left[self._words(n)].sum() * self.scales[n])
        return min(round(worth, pool.N_DIGITS), float(self.bounds[n]))

    def take(self, n: int) -> None:
        """Add line `n`: its words are worth less now, and `bounds` stay bounds."""
        self.left[self._words(n)] *= self.fade

    def _words(self, n: int) -> Numbers:
        found: Numbers = self.rows.indices[self.rows.indptr[n] : self.rows.indptr[n + 1]]
        return found


def stories_of(texts: Pool, context: Context) -> Numbers:
    """Number of the story of each document; all are one where nothing is known."""
    numbers = {d: n for n, story in enumerate(context.stories) for d in story.documents}
    return np.asarray([numbers.get(d, 0) for d in texts.documents], dtype=np.int64)


def _holding(texts: Sequence[Sequence[str]]) -> Matrix:
    """Which words each text has, shape (n_texts, n_words); words by their first appearance."""
    columns: defaultdict[str, int] = defaultdict(count().__next__)
    starts = np.cumsum([0, *map(len, texts)])
    terms = np.fromiter(
        map(columns.__getitem__, chain.from_iterable(texts)), dtype=np.int64, count=starts[-1]
    )
    rows = sparse.csr_array(
        (np.ones(len(terms)), terms, starts), shape=(len(texts), len(columns))
    )
    rows.sum_duplicates()
    rows.data[:] = 1.0
    return rows


def _apart(rows: Matrix, stories: Numbers) -> Matrix:
    """The same, where a word is another one in each of the `stories`, one for each text."""
    keys = rows.indices + rows.shape[1] * np.repeat(stories, np.diff(rows.indptr))
    columns, terms = np.unique(keys, return_inverse=True)
    return sparse.csr_array(
        (rows.data, terms, rows.indptr), shape=(rows.shape[0], len(columns))
    )


def _early(lines: Matrix, texts: Pool, weights: Scores) -> Scores:
    """Votes of all documents for their words, by the first line that has each."""
    n_words = lines.shape[1]
    n_positions = texts.positions.max(initial=0) + 1
    sizes = np.diff(lines.indptr)
    pairs = np.repeat(texts.owners * n_words, sizes) + lines.indices
    # One number for all three sorts several times as fast as three keys.
    places = np.sort(pairs * n_positions + np.repeat(texts.positions, sizes))
    pairs, positions = np.divmod(places, n_positions)
    first = np.diff(pairs, prepend=-1) > 0
    owners, words = np.divmod(pairs[first], n_words)
    votes = weights[owners] / np.sqrt(1.0 + positions[first])
    counted = np.bincount(words, weights=votes, minlength=n_words)
    return np.asarray(counted, dtype=np.float64)
