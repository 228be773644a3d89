"""How close to summaries by people the choice of a ranker comes.

All rankers get the same claims and share a plain choice, so that only their scores differ.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np

from briefing import claims, cleaning, rankers, sentences, stories
from briefing.evaluation import oracle, resampling, rouge
from briefing.evaluation.clusters import Cluster
from briefing.evaluation.resampling import Estimate, Gain, Values
from briefing.evaluation.rouge import TYPES, Rouge
from briefing.model import Claim, Context, Sentence, Story
from briefing.rankers import Ranker, values
from briefing.selection import plain

T = TypeVar("T")

ORACLE = "oracle"
BOUNDS = ("lead", "random", ORACLE)
"""What is measured besides: the usual baseline, chance, and the choice by the references."""
COLUMNS = ("truncated", "whole")
"""Cut after so many words, as papers do; whole sentences within them, as memos do."""


@dataclass(frozen=True, slots=True)
class Case:
    """A cluster as rankers get it."""

    id: str
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    references: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The best wording of each claim."""
        return tuple(claim.best for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen of a case, in the order of choice."""

    reaching: Sequence[Sentence]
    """Until the words are reached or passed."""
    within: Sequence[Sentence]
    """Never more than the words."""


Choose = Callable[[Case, int, Callable[[str], None]], Chosen]
"""Chooses so many words of a case; tells what went otherwise than asked."""


@dataclass(frozen=True, slots=True)
class Method:
    """A ranker or a bound, ready to choose."""

    name: str
    """As it was named."""
    stands_for: str
    is_bound: bool
    """It was not named."""
    choose: Choose


@dataclass(frozen=True, slots=True)
class Summary:
    """Whole sentences of one case, until the words are reached or passed."""

    id: str
    ranker: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of one method."""

    method: Method
    scores: Mapping[str, Mapping[str, Estimate]]
    """Of each of `COLUMNS`, of each of `TYPES`: mean F1 from 0 to 1."""
    gains: Mapping[str, Mapping[str, Gain]]
    """The same over the first method; empty for itself."""
    repeated: float
    """Part of the pairs of neighbouring stems of a summary that stood in it before.

    Of whole sentences within the words; the mean over the cases.
    """
    seconds: float
    """For rating and choosing all cases, in both ways."""
    peak_bytes: int
    """Most memory of Python and numpy at once, on the case with most sentences."""
    notes: tuple[str, ...]
    """What went otherwise than asked, a line each."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured of all methods."""

    n_rows: int
    n_words: int
    results: tuple[Result, ...]
    summaries: tuple[Summary, ...]
    """Of each case, of each method that was named."""


def methods(names: Sequence[str], scorer: Rouge) -> tuple[Method, ...]:
    """Those called `names`, then the bounds that are not among them; each once.

    Raises ConfigError for an unknown name.
    """
    return tuple(
        Method(
            name=name,
            stands_for=rankers.resolve(name),
            is_bound=name not in names,
            choose=_by_references(scorer) if name == ORACLE else _by_rank(rankers.get(name)),
        )
        for name in dict.fromkeys([*names, *BOUNDS])
    )


def evaluate(
    clusters: Sequence[Cluster],
    methods: Sequence[Method],
    n_words: int,
    scorer: Rouge,
    *,
    told: Callable[[str, int, int], None] | None = None,
) -> Report:
    """Summarize `clusters`, of which there is at least one, by all `methods`, and compare."""
    runs = [_Run(method, n_words) for method in methods]
    largest = _case(clusters[0])
    for run in runs:
        run.warm_up(largest)
    for n, cluster in enumerate(clusters, 1):
        if told:
            told("summarize", n, len(clusters))
        case = _case(cluster)
        largest = max(largest, case, key=lambda case: len(case.claims))
        for run in runs:
            run.add(case, scorer)
    values = [np.asarray(run.values) for run in runs]
    named = [run.summaries for run in runs if not run.method.is_bound]
    return Report(
        n_rows=len(clusters),
        n_words=n_words,
        results=tuple(
            run.result(found, found - values[0] if n else None, largest)
            for n, (run, found) in enumerate(zip(runs, values, strict=True))
        ),
        summaries=tuple(chain.from_iterable(zip(*named, strict=True))),
    )


class _Run:
    """A method at work: what it did and how it scored, case by case."""

    def __init__(self, method: Method, n_words: int) -> None:
        self.method = method
        self.n_words = n_words
        self.values: list[tuple[float, ...]] = []
        self.repeated: list[float] = []
        self.summaries: list[Summary] = []
        self.notes: dict[str, None] = {}
        self.seconds = 0.0

    def warm_up(self, case: Case) -> None:
        """Import what is needed: it is not to be counted."""
        self._choose(case)

    def add(self, case: Case, scorer: Rouge) -> None:
        """Choose, take the time, score."""
        start = time.perf_counter()
        chosen = self._choose(case)
        self.seconds += time.perf_counter() - start
        reaching, whole = _text(chosen.reaching), _text(chosen.within)
        truncated = " ".join(reaching.split()[: self.n_words])
        self.values.append(
            scorer.score(truncated, case.references) + scorer.score(whole, case.references)
        )
        self.repeated.append(rouge.repeated(scorer.tokenize(whole)))
        self.summaries.append(Summary(case.id, self.method.name, reaching))

    def result(self, values: Values, differences: Values | None, largest: Case) -> Result:
        """What was measured, `differences` to the first method, and the most memory."""
        gains = () if differences is None else resampling.gains(differences)
        return Result(
            method=self.method,
            scores=_by_column(resampling.estimates(values)),
            gains=_by_column(gains),
            repeated=float(np.mean(self.repeated)),
            seconds=self.seconds,
            peak_bytes=self._peak(largest),
            notes=tuple(self.notes),
        )

    def _choose(self, case: Case) -> Chosen:
        return self.method.choose(case, self.n_words, self._note)

    def _note(self, note: str) -> None:
        self.notes[note] = None

    def _peak(self, case: Case) -> int:
        tracemalloc.start()
        try:
            self._choose(case)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def _case(cluster: Cluster) -> Case:
    split = [one for document in cluster.documents for one in sentences.split(document)]
    return Case(
        cluster.id,
        claims.fold(cleaning.clean(split).lines),
        stories.group(cluster.documents),
        cluster.references,
    )


def _by_rank(ranker: Ranker) -> Choose:
    def choose(case: Case, n_words: int, note: Callable[[str], None]) -> Chosen:
        given = case.sentences
        context = Context(case.claims, case.stories, note)

        value = values.start(ranker, given, context)
        reaching = plain.reach(given, value, n_words)
        return Chosen(reaching, plain.pick(given, value.again(), n_words))

    return choose


def _by_references(scorer: Rouge) -> Choose:
    def choose(case: Case, n_words: int, _note: Callable[[str], None]) -> Chosen:
        given = case.sentences, case.references, n_words, scorer
        return Chosen(oracle.reach(*given), oracle.pick(*given))

    return choose


def _text(chosen: Sequence[Sentence]) -> str:
    """One line: what a source breaks into lines is one sentence all the same."""
    return " ".join(word for sentence in chosen for word in sentence.text.split())


def _by_column(values: Sequence[T]) -> dict[str, dict[str, T]]:
    """Six values in the order of `COLUMNS` and `TYPES` by their names; none stay none."""
    rows = [values[n : n + len(TYPES)] for n in range(0, len(values), len(TYPES))]
    return {
        column: dict(zip(TYPES, row, strict=True))
        for column, row in zip(COLUMNS, rows, strict=False)
    }
