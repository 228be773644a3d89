"""Measure stories on real articles: `python tests/quality/benchmark_stories.py ../shared/data`.

Pairs: the same story, or another one of the same topic some days apart. Clusters: articles on
one event, grouped all at once. Days: what came out on one day; few of these are labelled, and
those that are not may belong to any story, so only labelled ones count.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from briefing import stories
from briefing.model import Document
from briefing.stories import profiles

Row = Mapping[str, Any]
Values: TypeAlias = NDArray[np.float64]
Truth: TypeAlias = NDArray[np.bool_]

N_FOLDS = 8
THRESHOLDS = np.arange(0.1, 0.5, 0.01)
GRID = {"TITLE_WEIGHT": (4, 8, 12), "DAMPED": (0.6, 0.75, 0.9), "OTHER_DAY": (0, 0.1, 0.15)}
"""Weights that are chosen anew for each fold, on the months of the others."""
NEIGHBOURS: Mapping[str, tuple[float, float]] = {
    "READ": (1800, 3500),
    "LEAD": (200, 600),
    "LEAD_WEIGHT": (1, 4),
    "TITLE_WEIGHT": (4, 12),
    "DAMPED": (0.6, 0.9),
    "DAY_READ": (350, 1200),
    "OTHER_DAY": (0.05, 0.15),
    "WINDOW": (1, 4),
}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles; pairs that share an article, however indirectly, are of one month."""

    pairs: tuple[tuple[Document, Document], ...]
    are_same: Truth
    months: tuple[str, ...]

    @property
    def undated(self) -> Pairs:
        """The same pairs, as if no article had a date."""
        bare = tuple(
            (replace(a, published=None), replace(b, published=None)) for a, b in self.pairs
        )
        return replace(self, pairs=bare)


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    dated = pairs(data)
    print_pairs(dated)
    print_clusters(data)
    print_neighbours(dated, data)
    print_time(data)


def rows(path: Path) -> Iterator[Row]:
    """The rows of gzipped JSON lines."""
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        yield json.loads(line)


def document(article: Row, source: str) -> Document:
    """The document of one article."""
    day = article["date"][:10]
    return Document(
        text=article["text"],
        source=source,
        title=article["title"],
        publisher=article["source"],
        published=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
        language="en",
    )


def pairs(data: Path) -> Pairs:
    """The labelled pairs."""
    found = list(rows(data / "pairs_samestory_dev.jsonl.gz"))
    home: dict[str, str] = {}

    def root(text: str) -> str:
        while home.setdefault(text, text) != text:
            text = home[text]
        return text

    for row in found:
        home[root(row["a"]["text"])] = root(row["b"]["text"])
    months: dict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        for article in (row["a"], row["b"]):
            months[root(article["text"])][article["date"][:7]] += bool(article["date"])
    return Pairs(
        pairs=tuple(
            (document(r["a"], r["id"] + "a"), document(r["b"], r["id"] + "b")) for r in found
        ),
        are_same=np.array([row["label"] == "same_story" for row in found]),
        months=tuple(months[root(row["a"]["text"])].most_common(1)[0][0] for row in found),
    )


def figures(said: Truth, truth: Truth) -> Figures:
    """Precision and recall of what was said to be the same."""
    right = float((said & truth).sum())
    return Figures(right / max(float(said.sum()), 1), right / float(truth.sum()))


def shipped(labelled: Pairs) -> Figures:
    """With the threshold and the weights of the package."""
    return figures(stories.scores(labelled.pairs) >= stories.SAME, labelled.are_same)


def cross_validated(labelled: Pairs) -> Figures:
    """With those of `GRID` and `THRESHOLDS` that were best on the months of other folds."""
    tables = []
    for values in itertools.product(*GRID.values()):
        with_values = dict(zip(GRID, values, strict=True))
        tables.append(scores_with(labelled, with_values))
    fold = folds(labelled.months)
    said = np.zeros(len(fold), dtype=bool)
    for held_out in range(N_FOLDS):
        others = fold != held_out
        table, threshold = max(
            itertools.product(tables, THRESHOLDS),
            key=lambda choice: (
                figures(choice[0][others] >= choice[1], labelled.are_same[others]).f1
            ),
        )
        said[~others] = table[~others] >= threshold
    return figures(said, labelled.are_same)


def folds(months: Sequence[str]) -> NDArray[np.int64]:
    """Number of the fold of each pair: whole months, the folds about equal."""
    loads = [0] * N_FOLDS
    fold_of: dict[str, int] = {}
    for month, n_pairs in sorted(Counter(months).items(), key=lambda row: (-row[1], row[0])):
        fold_of[month] = loads.index(min(loads))
        loads[fold_of[month]] += n_pairs
    return np.array([fold_of[month] for month in months])


def scores_with(labelled: Pairs, values: Mapping[str, float]) -> Values:
    """Scores of the pairs with other weights than those of the package."""
    before = {name: getattr(profiles, name) for name in values}
    try:
        for name, value in values.items():
            setattr(profiles, name, value)
        return stories.scores(labelled.pairs)
    finally:
        for name, value in before.items():
            setattr(profiles, name, value)


def clusters(data: Path) -> tuple[list[Document], list[str]]:
    """Dated articles of 500 events, each once, and the event of each."""
    found: dict[str, tuple[Row, str]] = {}
    for cluster in rows(data / "mds_allsides_dev.jsonl.gz"):
        for article in cluster["documents"]:
            if article["date"]:
                found.setdefault(article["text"], (article, cluster["id"]))
    documents = [document(article, f"{n:04}") for n, (article, _) in enumerate(found.values())]
    return documents, [event for _, event in found.values()]


def days(data: Path) -> list[tuple[list[Document], list[str]]]:
    """The articles of each day, and the event of each, or ""."""
    return [
        (
            [document(a, f"{day['id']}#{n:02}") for n, a in enumerate(day["documents"])],
            [a["story"] for a in day["documents"]],
        )
        for day in rows(data / "daily_allsides_dev.jsonl.gz")
    ]


def b_cubed(batches: Sequence[tuple[list[Document], list[str]]]) -> Figures:
    """B-cubed of the stories of each batch, over the documents with a label."""
    precision, recall = [], []
    for documents, events in batches:
        event_of = {
            d.source: event for d, event in zip(documents, events, strict=True) if event
        }
        sizes = Counter(event_of.values())
        for story in stories.group(documents):
            inside = Counter(
                event_of[d.source] for d in story.documents if d.source in event_of
            )
            for event, n in inside.items():
                precision += [n / inside.total()] * n
                recall += [n / sizes[event]] * n
    return Figures(float(np.mean(precision)), float(np.mean(recall)))


def together(
    batches: Sequence[tuple[list[Document], list[str]]],
) -> tuple[list[Document], list[str]]:
    """All batches as one."""
    return [d for batch in batches for d in batch[0]], [
        e for batch in batches for e in batch[1]
    ]


def time_ratio(data: Path) -> tuple[float, float]:
    """Seconds for a tenth of the articles of years, and how many times as much for all."""
    found = [
        document(row, f"{n:05}")
        for n, row in enumerate(rows(data / "topics_allsides_dev.jsonl.gz"))
    ]
    few, many = min(seconds(found[::10]) for _ in range(3)), seconds(found)
    return few, many / few


def seconds(documents: Sequence[Document]) -> float:
    """Time of the processor that grouping takes."""
    start = time.process_time()
    stories.group(documents)
    return time.process_time() - start


def print_pairs(labelled: Pairs) -> None:
    """Pairs, with dates and without."""
    print(f"{len(labelled.pairs)} pairs, {int(labelled.are_same.sum())} of one story")
    print(
        f"  {'all said to be the same':34}",
        figures(labelled.are_same | True, labelled.are_same),
    )
    for name, one in (("dates", labelled), ("no dates", labelled.undated)):
        print(f"  {name + ', shipped':34}", shipped(one))
        print(f"  {name + ', chosen on other months':34}", cross_validated(one))


def print_clusters(data: Path) -> None:
    """Stories of batches, B-cubed."""
    by_day = days(data)
    print("\nB-cubed")
    print(f"  {'500 events at once':34}", b_cubed([clusters(data)]))
    print(f"  {'60 days, one by one':34}", b_cubed(by_day))
    print(f"  {'60 days at once':34}", b_cubed([together(by_day)]))


def print_neighbours(labelled: Pairs, data: Path) -> None:
    """What other thresholds and weights give."""
    events, bare = clusters(data), labelled.undated
    usual = stories.SAME
    print("\nneighbours: F1 of pairs with dates, without, B-cubed of the 500 events")
    for threshold in (0.22, 0.25, 0.28, 0.31, 0.34):
        stories.SAME = threshold
        print_row(f"SAME {threshold}", shipped(labelled), shipped(bare), b_cubed([events]))
    stories.SAME = usual
    for name, values in NEIGHBOURS.items():
        before = getattr(profiles, name)
        for value in values:
            setattr(profiles, name, value)
            print_row(f"{name} {value}", shipped(labelled), shipped(bare), b_cubed([events]))
        setattr(profiles, name, before)


def print_row(name: str, *found: Figures) -> None:
    """One line of F1."""
    print(f"  {name:34}", "  ".join(f"{one.f1:.3f}" for one in found), flush=True)


def print_time(data: Path) -> None:
    """How time grows."""
    few, ratio = time_ratio(data)
    print(f"\n{few:.2f} s for 323 articles, {ratio:.1f} times as much for ten times as many")


if __name__ == "__main__":
    main()
