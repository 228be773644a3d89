"""Value lines by the concepts they cover, each once: word pairs that several documents have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from briefing import languages, pool, vectors
from briefing.model import Context, Sentence, silent
from briefing.pool import Numbers, Pool
from briefing.rankers import options
from briefing.rankers.values import Exact
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores

MOST_LINES = 5000
"""Lines that `solve` chooses from: 500 words of so many news sentences take some 2 seconds."""

MOST_NODES = 200
"""Nodes of its search after which `solve` stops; news took 32 at most."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """Sum of the weights of the concepts that the lines taken have; none counts twice.

    Gillick and Favre (2009), "A scalable global model for summarization", the model of
    concepts: one is a bigram of stems, not of two stop words, and weighs as much as there are
    documents with it. A document has what any of its wordings of a claim has, printed or
    not. Gains are parts of the largest first gain.
    """

    min_documents: int = 2
    """Documents that a concept needs, at least 1; where none has as many, the most there are.

    Of a single document the different sentences are counted instead. The paper has 3.
    ROUGE-2 of the greedy choice at 1, 2, 3, 4: 11.5, 11.3, 10.8, 10.2 on mds_background_dev,
    150 words, where 2 beats 3 in five of six events; 6.5, 8.9, 8.9, 8.9 on
    mds_allsides_dev, 50 words, whose sets have two or three documents.
    """

    exact: bool = False
    """Whether the plain choice within a budget is the best there is; memos choose greedily.

    ROUGE-2 of 8.9 against 7.8 on 60 clusters of mds_allsides_dev where all lines must fit, and
    11.1 against 11.5 on 58 of mds_background_dev: the best set by the model is not the best.
    """

    def __post_init__(self) -> None:
        """Check the options."""
        options.whole("concepts", "min_documents", self.min_documents, least=1)
        options.flag("concepts", "exact", self.exact)

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """What each line would add if it were the first, the best one 1."""
        everything = pool.gather(sentences, context)
        value = self._value(everything, len(everything.sentences), context)
        return everything.shared(value.bounds)

    def start(self, sentences: Sequence[Sentence], context: Context) -> Covered:
        """The value of no lines."""
        everything = pool.gather(sentences, context)
        return self._value(everything, everything.n_given, context)

    def _value(self, texts: Pool, n: int, context: Context) -> Covered:
        """The value of none of the first `n` lines."""
        lines, concepts = _bigrams(texts)
        n_concepts = int(concepts.max(initial=-1)) + 1
        holders = texts.statements if len(texts.documents) == 1 else texts.owners
        n_lines = len(holders)
        weights = np.diff(_incidence(concepts, holders[lines], (n_concepts, n_lines)).indptr)
        weights[weights < min(self.min_documents, weights.max(initial=0))] = 0
        kept = (lines < n) & (weights[concepts] > 0)
        rows = _incidence(lines[kept], concepts[kept], (n, n_concepts))
        return Covered(rows, weights, exact=self.exact, note=context.note)


class Covered(Exact):
    """What the lines taken cover; exact, as weights are whole numbers."""

    weights: Numbers
    """What each concept would add: 0 once it is covered."""
    worth: Numbers
    """What each line would add, in weights of concepts."""

    def __init__(
        self,
        lines: Matrix,
        weights: Numbers,
        *,
        exact: bool = False,
        note: Callable[[str], None] = silent,
    ) -> None:
        """Start with none of `lines`, which has ones in shape (n_lines, n_concepts)."""
        self.lines = lines
        self.exact = exact
        self._note = note
        self._columns = lines.tocsc()
        self._weights = weights.astype(np.int64)
        self._worth: Numbers = lines @ self._weights
        self._most = max(int(self._worth.max(initial=0)), 1)
        self._begin()

    def take(self, n: int) -> None:
        """Add line `n`; its concepts add nothing from now on."""
        concepts = self.lines.indices[self.lines.indptr[n] : self.lines.indptr[n + 1]]
        new = concepts[self.weights[concepts] > 0]
        self.worth -= self._columns[:, new] @ self.weights[new]
        self.weights[new] = 0
        self.bounds = self.worth / self._most

    def solve(self, costs: Sequence[int], budget: int) -> tuple[int, ...]:
        """Numbers of the lines that add most to those taken, and cost at most `budget`."""
        return solve(self, costs, budget, note=self._note)

    def _begin(self) -> None:
        self.weights = self._weights.copy()
        self.worth = self._worth.copy()
        self.bounds = self.worth / self._most


def solve(
    value: Covered,
    costs: Sequence[int],
    budget: int,
    *,
    apart: Sequence[Collection[int]] = (),
    most_lines: int = MOST_LINES,
    most_nodes: int = MOST_NODES,
    note: Callable[[str], None] = silent,
) -> tuple[int, ...]:
    """Numbers of the lines that add most to those taken, and cost at most `budget` together.

    The paper's integer programme, solved to the optimum where greedy choice comes near.
    Selection gives the words of each line as `costs`, and as `apart` the groups of lines that
    repeat one another: at most one of a group is chosen. A line that costs more than `budget`
    never is, which is how to bar one. `value` stays as it is.

    Of equal choices it is the one with the least sum of line numbers, from 1, so that fewer
    and earlier lines win; with over 1,400 lines to choose from the solver no longer sees all
    of these differences, and the choice is only the same each time. No clock stops it: of
    more than `most_lines` it looks at those with most weight for their cost, and after
    `most_nodes` nodes it gives the best that it has found, which may be nothing; `note` hears
    of both.
    """
    prices = np.maximum(np.asarray(costs, dtype=np.int64), 1)
    fit = np.flatnonzero((prices <= budget) & (value.worth > 0))
    if len(fit) > most_lines:
        note(f"concepts: the exact choice is of {most_lines} lines; {len(fit)} are too many")
        best = np.argsort(-value.worth[fit] / prices[fit], kind="stable")
        fit = np.sort(fit[best[:most_lines]])
    if not len(fit):
        return ()
    places = {n: place for place, n in enumerate(fit.tolist())}
    groups = [[places[n] for n in group if n in places] for group in apart]
    chosen = _optimum(value, fit, prices[fit], budget, groups, most_nodes, note)
    return tuple(fit[chosen].tolist())


def _optimum(
    value: Covered,
    fit: Numbers,
    costs: Numbers,
    budget: int,
    groups: Sequence[Sequence[int]],
    most_nodes: int,
    note: Callable[[str], None],
) -> Numbers:
    """Places in `fit` of the best choice; a variable for each line, then for each concept."""
    from scipy import optimize  # late, as greedy choice does without

    open_ = np.flatnonzero(value.weights)
    has = value.lines[fit][:, open_]
    each = np.arange(len(open_))
    members = np.asarray([place for group in groups for place in group], dtype=np.int64)
    numbers = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    rules = sparse.bmat(
        [
            [-has.T, _incidence(each, each, (len(open_), len(open_)))],
            [sparse.csr_array(costs[np.newaxis]), None],
            [_incidence(numbers, members, (len(groups), len(fit))), None],
        ]
    )
    limits = np.concatenate((np.zeros(len(open_)), [budget], np.ones(len(groups))))
    # All together less than 1, so that they part ties only.
    late = np.arange(1, len(fit) + 1) / (1 + len(fit) * (len(fit) + 1) / 2)
    found = optimize.milp(
        np.concatenate((late, -value.weights[open_])),
        integrality=np.arange(len(late) + len(open_)) < len(late),
        bounds=optimize.Bounds(0, 1),
        constraints=optimize.LinearConstraint(rules, ub=limits),
        options={"mip_rel_gap": 0, "node_limit": most_nodes},
    )
    if not found.success:
        gap = "" if found.mip_gap is None else f", off by {100 * found.mip_gap:.1f}% at most"
        note(f"concepts: the exact choice stopped after {most_nodes} nodes{gap}")
    return np.flatnonzero(found.x[: len(fit)] > 0.5) if found.x is not None else fit[:0]


def _incidence(rows: Numbers, columns: Numbers, shape: tuple[int, int]) -> Matrix:
    """Ones in the given cells, however often each is given."""
    ones = np.ones(len(rows), dtype=np.int64)
    matrix = sparse.coo_array((ones, (rows, columns)), shape=shape).tocsr()
    matrix.data[:] = 1
    return matrix


def _bigrams(texts: Pool) -> tuple[Numbers, Numbers]:
    """Number of the sentence and of the concept of each bigram, in reading order."""
    known = texts.languages
    numbers: dict[str, int] = {}
    words: list[int] = []
    light: list[bool] = []
    counts: list[int] = []
    for sentence, owner in zip(texts.sentences, texts.owners.tolist(), strict=True):
        language = known[owner]
        stop = languages.stop_words(language)
        tokens = vectors.tokens(sentence.text, language)
        light += [token in stop for token in tokens]
        stems = vectors.stemmed(tokens, language)
        words += [numbers.setdefault(stem, len(numbers)) for stem in stems]
        counts.append(len(tokens))
    lines = np.repeat(np.arange(len(counts)), counts)
    first, second = np.asarray(words[:-1], dtype=np.int64), np.asarray(words[1:], np.int64)
    is_light = np.asarray(light, dtype=bool)
    kept = (lines[1:] == lines[:-1]) & ~(is_light[1:] & is_light[:-1])
    pairs = (first * len(numbers) + second)[kept]
    return lines[:-1][kept], np.unique(pairs, return_inverse=True)[1]
