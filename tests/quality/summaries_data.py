"""Clusters with summaries by people, and the ROUGE of what rankers choose of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, permutations
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from briefing import claims, cleaning, pool, sentences, stories
from briefing.evaluation import clusters, rows
from briefing.evaluation.clusters import Cluster
from briefing.evaluation.resampling import Values
from briefing.evaluation.rouge import Growing, Rouge
from briefing.model import Context, Sentence, Unreadable
from briefing.rankers import Ranker, kinds, values
from briefing.selection import plain

if TYPE_CHECKING:
    from briefing.model import Scores

EVENTS, UPDATES, REMARKS = "mds_allsides_dev", "mds_background_dev", "mds_opinosis"
N_WORDS: Mapping[str, int] = {EVENTS: 50, UPDATES: 150, REMARKS: 25}
"""Of a summary: about as many as the references have."""
MOST_ORDERS = 6
"""Orders of a cluster's documents that are tried: all of up to three documents."""

T = TypeVar("T")

Told: TypeAlias = Callable[[str, int, int], None]
"""Takes what is done, how many are done, of how many."""
Names: TypeAlias = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Case:
    """A cluster after each step up to the claims that are ranked."""

    split: tuple[Sentence, ...]
    cleaned: tuple[Sentence, ...]
    folded: tuple[Sentence, ...]
    """The best wording of each claim."""
    context: Context
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """The clusters of a file; arrays have shape (n_rows,)."""

    name: str
    n_words: int
    """Of a summary."""
    clusters: tuple[Cluster, ...]
    cases: tuple[Case, ...]
    units: Names
    """What counts once: the event of rows that share documents, else each row."""
    months: Names
    """"2031-05", or "" where the row has no date."""

    @property
    def n_units(self) -> int:
        """Events, or rows where these share no documents."""
        return len(np.unique(self.units))

    @property
    def has_events(self) -> bool:
        """Whether rows share documents, so that they are not independent."""
        return self.n_units < len(self.cases)


class Newest:
    """The newest document from its first sentence on, then the next; undated ones last."""

    def score(self, given: Sequence[Sentence], context: Context) -> Scores:
        """Day, document and position; scores fall in even steps from 1 to above 0."""
        texts = pool.gather(given, context)
        n = len(texts.sentences)
        ages = kinds.ages(texts)[texts.owners]
        scores = np.empty(n)
        scores[np.lexsort((texts.positions, texts.owners, ages))] = 1 - np.arange(n) / max(n, 1)
        return texts.shared(scores)


class Scorer(Rouge):
    """ROUGE with a memory of words: the oracle asks for each of them alone."""

    def __init__(self) -> None:
        """Load the library; raises ConfigError if it is not installed."""
        super().__init__()
        self._known: dict[str, list[str]] = {}

    def tokenize(self, text: str) -> list[str]:
        """Stemmed tokens."""
        if " " in text:
            return super().tokenize(text)
        if text not in self._known:
            self._known[text] = super().tokenize(text)
        return self._known[text]

    def types(self, chosen: Sequence[Sentence], case: Case, n_words: int) -> tuple[float, ...]:
        """F1 of each of `rouge.TYPES` in percent, of the first `n_words` words."""
        return tuple(100 * f1 for f1 in self.score(cut(chosen, n_words), case.references))

    def rouge2(self, chosen: Sequence[Sentence], case: Case, n_words: int) -> float:
        """The second of `types`, without counting the others."""
        wanted = [self.tokenize(reference) for reference in case.references]
        return 100 * Growing(wanted, 2).score_with(self.tokenize(cut(chosen, n_words)))


def read(data: Path, name: str, most: int | None, told: Told) -> Set:
    """The set called `name`; of more than `most` rows, that many at even distances."""
    path = data / f"{name}.jsonl.gz"
    lines = zip(clusters.read(path), rows.read(path, like=clusters.LIKE), strict=True)
    found = [
        (cluster, row.values)
        for cluster, row in lines
        if not isinstance(cluster, Unreadable) and not isinstance(row, Unreadable)
    ]
    n_kept = min(most or len(found), len(found))
    found = [found[n * len(found) // n_kept] for n in range(n_kept)]
    return Set(
        name=name,
        n_words=N_WORDS[name],
        clusters=tuple(cluster for cluster, _ in found),
        cases=tuple(prepare(cluster) for cluster, _ in watched(found, "read", told)),
        units=np.array([str(values.get("event", cluster.id)) for cluster, values in found]),
        months=np.array([str(values.get("date", ""))[:7] for _, values in found]),
    )


def prepare(cluster: Cluster) -> Case:
    """Split, clean and fold, and find the stories."""
    split = [one for document in cluster.documents for one in sentences.split(document)]
    lines = cleaning.clean(split).lines
    folded = claims.fold(lines)
    return Case(
        tuple(split),
        tuple(line.sentence for line in lines),
        tuple(claim.best for claim in folded),
        Context(folded, stories.group(cluster.documents)),
        cluster.references,
    )


def reordered(cluster: Cluster) -> Iterator[Cluster]:
    """The cluster with its documents in other orders, that of the file first."""
    for documents in islice(permutations(cluster.documents), MOST_ORDERS):
        # By name, as the order of names is what decides.
        renamed = (replace(one, source=f"{n:02}") for n, one in enumerate(documents))
        yield replace(cluster, documents=tuple(renamed))


def reach(ranker: Ranker, case: Case, n_words: int) -> list[Sentence]:
    """What `ranker` chooses until there are `n_words` or more."""
    value = values.start(ranker, case.folded, case.context)
    return plain.reach(case.folded, value, n_words)


def best(ranker: Ranker, most: int, case: Case) -> list[Sentence]:
    """The lines that `ranker` rates best, best first."""
    scores = ranker.score(case.folded, case.context)
    return [case.folded[n] for n in np.argsort(-scores, kind="stable")[:most]]


def cut(chosen: Sequence[Sentence], n_words: int) -> str:
    """The first `n_words` words."""
    return " ".join([word for one in chosen for word in one.text.split()][:n_words])


def by_unit(found: Values, units: Names) -> Values:
    """Mean of each unit's rows, shape (n_units, n_columns) or (n_units,) as `found` is."""
    _, places = np.unique(units, return_inverse=True)
    sums = np.zeros((places.max() + 1, *found.shape[1:]))
    np.add.at(sums, places, found)
    means: Values = (sums.T / np.bincount(places)).T
    return means


def watched(given: Sequence[T], step: str, told: Told) -> Iterator[T]:
    """The same one by one, telling how many are done."""
    for n, one in enumerate(given, 1):
        yield one
        told(step, n, len(given))
