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
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from briefing import stories
from briefing.evaluation import claims as evaluation
from briefing.evaluation import measures, pairs
from briefing.evaluation.measures import Measures
from briefing.evaluation.pairs import Pair
from briefing.model import Document, Unreadable
from briefing.stories import profiles
from tests.quality import folds

Row: TypeAlias = Mapping[str, Any]
Batch: TypeAlias = tuple[list[Document], list[str]]
"""Documents, and the event of each, or "" if it is not labelled."""
Folds: TypeAlias = NDArray[np.int64]
"""Number of the fold of each pair."""

N_FOLDS = 8
THRESHOLDS = np.arange(0.1, 0.5, 0.01)
GRID = {"TITLE_WEIGHT": (4, 8, 12), "DAMPED": (0.6, 0.75, 0.9), "OTHER_DAY": (0, 0.1, 0.15)}
"""Weights that are chosen anew for each fold, on the months of the others."""
NEIGHBOURS: Mapping[ModuleType, Mapping[str, Sequence[float]]] = {
    stories: {"SAME": (0.22, 0.25, 0.28, 0.31, 0.34)},
    profiles: {
        "READ": (1800, 3500),
        "LEAD": (200, 600),
        "LEAD_WEIGHT": (1, 4),
        "TITLE_WEIGHT": (4, 12),
        "DAMPED": (0.6, 0.9),
        "DAY_READ": (350, 1200),
        "OTHER_DAY": (0.05, 0.15),
        "WINDOW": (1, 4),
    },
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    rows = labelled(data)
    print_pairs(rows)
    print_clusters(data)
    print_neighbours(rows, data)
    print_time(data)


def json_lines(path: Path) -> Iterator[Row]:
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


def labelled(data: Path) -> list[Pair]:
    """The labelled pairs."""
    found = pairs.read(data / "pairs_samestory_dev.jsonl.gz")
    return [row for row in found if not isinstance(row, Unreadable)]


def undated(rows: Sequence[Pair]) -> list[Pair]:
    """The same pairs, as if no article had a date."""
    return [
        replace(row, a=replace(row.a, published=None), b=replace(row.b, published=None))
        for row in rows
    ]


def shipped(rows: Sequence[Pair]) -> Measures:
    """With the threshold and the weights of the package."""
    (report,) = evaluation.evaluate(rows)
    return report.as_in_memos


def cross_validated(rows: Sequence[Pair], fold: Folds) -> Measures:
    """With those of `GRID` and `THRESHOLDS` that were best on the other folds."""
    labels = np.array([row.label for row in rows])
    tables = []
    for values in itertools.product(*GRID.values()):
        with changed(profiles, dict(zip(GRID, values, strict=True))):
            tables.append(stories.scores([(row.a, row.b) for row in rows]))
    said = np.zeros(len(rows), dtype=bool)
    for held_out in range(N_FOLDS):
        held = fold == held_out
        seen = labels[~held].tolist()
        table, threshold = max(
            itertools.product(tables, THRESHOLDS),
            key=lambda choice: (
                measures.of_decisions(seen, (choice[0][~held] >= choice[1]).tolist()).f1
            ),
        )
        said[held] = table[held] >= threshold
    return measures.of_decisions(labels.tolist(), said.tolist())


def by_month(rows: Sequence[Pair]) -> Folds:
    """Whole months, the folds about equal; pairs that share an article are of one month."""
    groups = folds.groups(rows)
    n_articles: dict[str, Counter[str]] = defaultdict(Counter)
    for row, group in zip(rows, groups, strict=True):
        dates = (article.published for article in (row.a, row.b))
        n_articles[group].update(f"{date:%Y-%m}" for date in dates if date)
    months = [
        max(n_articles[group], key=n_articles[group].__getitem__, default="")
        for group in groups
    ]
    return folds.whole(months, N_FOLDS)


@contextmanager
def changed(module: ModuleType, values: Mapping[str, float]) -> Iterator[None]:
    """Let constants of a module have other values for a while."""
    before = {name: getattr(module, name) for name in values}
    try:
        for name, value in values.items():
            setattr(module, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def clusters(data: Path) -> Batch:
    """Dated articles of 500 events, each once, and the event of each."""
    found: dict[str, tuple[Row, str]] = {}
    for cluster in json_lines(data / "mds_allsides_dev.jsonl.gz"):
        for article in cluster["documents"]:
            if article["date"]:
                found.setdefault(article["text"], (article, cluster["id"]))
    documents = [document(article, f"{n:04}") for n, (article, _) in enumerate(found.values())]
    return documents, [event for _, event in found.values()]


def days(data: Path) -> list[Batch]:
    """The articles of each day, and the event of each, or ""."""
    return [
        (
            [document(a, f"{day['id']}#{n:02}") for n, a in enumerate(day["documents"])],
            [a["story"] for a in day["documents"]],
        )
        for day in json_lines(data / "daily_allsides_dev.jsonl.gz")
    ]


def b_cubed(batches: Sequence[Batch]) -> Measures:
    """B-cubed of the stories of each batch, over the documents with a label."""
    labels, clusters = [], []
    for batch, (documents, events) in enumerate(batches):
        event_of = dict(zip((d.source for d in documents), events, strict=True))
        for n, story in enumerate(stories.group(documents)):
            for event in filter(None, (event_of[d.source] for d in story.documents)):
                labels.append((batch, event))
                clusters.append((batch, n))
    return measures.b_cubed(labels, clusters)


def together(batches: Sequence[Batch]) -> Batch:
    """All batches as one."""
    return [d for batch in batches for d in batch[0]], [
        e for batch in batches for e in batch[1]
    ]


def time_ratio(data: Path) -> tuple[float, float]:
    """Seconds for a tenth of the articles of years, and how many times as much for all."""
    found = [
        document(row, f"{n:05}")
        for n, row in enumerate(json_lines(data / "topics_allsides_dev.jsonl.gz"))
    ]
    few, many = min(seconds(found[::10]) for _ in range(3)), seconds(found)
    return few, many / few


def seconds(documents: Sequence[Document]) -> float:
    """Time of the processor that grouping takes."""
    start = time.process_time()
    stories.group(documents)
    return time.process_time() - start


def print_pairs(rows: Sequence[Pair]) -> None:
    """Pairs, with dates and without."""
    labels = [row.label for row in rows]
    fold = by_month(rows)
    print(f"{len(rows)} pairs, {sum(labels)} of one story")
    print_row("all said to be the same", measures.of_decisions(labels, [True] * len(labels)))
    for name, some in (("dates", rows), ("no dates", undated(rows))):
        print_row(f"{name}, shipped", shipped(some))
        print_row(f"{name}, chosen on other months", cross_validated(some, fold))


def print_clusters(data: Path) -> None:
    """Stories of batches, B-cubed."""
    by_day = days(data)
    print("\nB-cubed")
    print_row("500 events at once", b_cubed([clusters(data)]))
    print_row("60 days, one by one", b_cubed(by_day))
    print_row("60 days at once", b_cubed([together(by_day)]))


def print_row(name: str, found: Measures) -> None:
    """One line of F1, precision and recall."""
    figures = f"F1 {found.f1:.3f}  P {found.precision:.3f}  R {found.recall:.3f}"
    print(f"  {name:34}", figures, flush=True)


def print_neighbours(rows: Sequence[Pair], data: Path) -> None:
    """What other thresholds and weights give."""
    events, bare = clusters(data), undated(rows)
    print("\nneighbours: F1 of pairs with dates, without, B-cubed of the 500 events")
    for module, names in NEIGHBOURS.items():
        for name, values in names.items():
            for value in values:
                with changed(module, {name: value}):
                    found = (shipped(rows), shipped(bare), b_cubed([events]))
                figures = "  ".join(f"{one.f1:.3f}" for one in found)
                print(f"  {f'{name} {value}':34}", figures, flush=True)


def print_time(data: Path) -> None:
    """How time grows."""
    few, ratio = time_ratio(data)
    print(f"\n{few:.2f} s for 323 articles, {ratio:.1f} times as much for ten times as many")


if __name__ == "__main__":
    main()
