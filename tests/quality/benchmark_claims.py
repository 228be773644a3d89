"""Fit the likeness of claims again, and time folding.

    python tests/quality/benchmark_claims.py ../shared/data

Weights are fitted to labelled pairs of sentences (MSRP) by logistic regression. "held out" is
a ten-fold cross-validation over five draws; pairs that share a sentence, however indirectly,
are in one fold. Folding is timed on the sentences of real articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from briefing import claims, sentences
from briefing.claims import conflicts, likeness, marks
from briefing.claims.pairs import Pair
from briefing.cleaning import Line
from briefing.evaluation import measures, pairs
from briefing.evaluation.measures import Measures
from briefing.model import Document, Sentence, Unreadable
from tests.quality import folds

Values: TypeAlias = NDArray[np.float64]
Truth: TypeAlias = NDArray[np.bool_]

N_FOLDS, N_DRAWS = 10, 5
PENALTY = 10.0
RECALLS = (0.25, 0.3, 0.31, 0.33, 0.35)
TARGET = 0.306
"""Recall at which the threshold is set in the folds that are not held out."""


@dataclass(frozen=True, slots=True)
class Table:
    """Features of all pairs, one a row."""

    features: Values
    labels: Truth
    at_peace: Truth
    """Whether no conflict keeps the pair apart."""
    groups: tuple[str, ...]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    found = table(data)
    print_fit(found)
    print_held_out(found)
    print_time(data)


def table(data: Path) -> Table:
    """Read the pairs and their features."""
    rows = [
        row
        for row in pairs.read(data / "pairs_msrp_dev.jsonl.gz")
        if not isinstance(row, Unreadable)
    ]
    read = [Pair(*(marks.of(sentence) for sentence in row.sentences)) for row in rows]
    return Table(
        features=np.array([[*likeness.features(pair).values()] for pair in read], dtype=float),
        labels=np.array([row.label for row in rows]),
        at_peace=np.array([not conflicts.find(pair) for pair in read]),
        groups=folds.groups(rows),
    )


def fit(features: Values, labels: Truth) -> tuple[Values, float]:
    """Weights and bias of a logistic regression with an L2 penalty, by Newton's method."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1
    rows = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[-1] = 0
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - labels) + penalty * weights
        bend = rows.T @ (rows * (chance * (1 - chance))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    scaled = weights[:-1] / spread
    return scaled, float(weights[-1] - (scaled * mean).sum())


def print_fit(found: Table) -> None:
    weights, bias = fit(found.features, found.labels)
    names = likeness.WEIGHTS
    print(f"{'weight':20} {'fitted':>8} {'shipped':>8}")
    print(f"{'(bias)':20} {bias:8.3f} {likeness.BIAS:8.3f}")
    for name, weight in zip(names, weights, strict=True):
        print(f"{name:20} {weight:8.3f} {names[name]:8.3f}")
    print("\nconflicts aside, on the pairs they were fitted to")
    scores = found.features @ weights + bias
    _print_curve(found, scores)


def _print_curve(found: Table, scores: Values) -> None:
    shown = np.where(found.at_peace, scores, -np.inf)
    points = measures.curve(found.labels.tolist(), shown.tolist())
    for recall in RECALLS:
        point = measures.at_recall(points, recall)
        if point and np.isfinite(point.threshold):
            chance = 1 / (1 + np.exp(-point.threshold))
            print(
                f"recall {point.measures.recall:.3f}  precision {point.measures.precision:.3f}"
                f"  from {chance:.3f}"
            )


def print_held_out(found: Table) -> None:
    folded, alone = zip(*(held_out(found, draw) for draw in range(N_DRAWS)), strict=True)
    print("\nheld out            precision  recall      F1  accuracy")
    for name, some in (("as in memos", folded), ("similarity", alone)):
        mean = [
            sum(getattr(m, field) for m in some) / len(some)
            for field in ("precision", "recall", "f1", "accuracy")
        ]
        print(f"{name:19} {mean[0]:9.3f}  {mean[1]:6.3f}  {mean[2]:6.3f}  {mean[3]:8.3f}")


def held_out(found: Table, draw: int) -> tuple[Measures, Measures]:
    """Decisions on folds that neither weights nor thresholds were fitted to."""
    names = sorted(set(found.groups))
    random.Random(draw).shuffle(names)
    fold_of = {name: n % N_FOLDS for n, name in enumerate(names)}
    home = np.array([fold_of[group] for group in found.groups])
    folded = np.zeros(len(home), dtype=bool)
    alone = np.zeros(len(home), dtype=bool)
    for fold in range(N_FOLDS):
        seen, held = home != fold, home == fold
        weights, bias = fit(found.features[seen], found.labels[seen])
        scores = found.features @ weights + bias
        good = np.sort(scores[seen & found.at_peace & found.labels])[::-1]
        least = good[int(TARGET * found.labels[seen].sum())]
        folded[held] = (found.at_peace & (scores >= least))[held]
        points = measures.curve(found.labels[seen].tolist(), scores[seen].tolist())
        best = max(points, key=lambda point: point.measures.f1)
        alone[held] = scores[held] >= best.threshold
    labels = found.labels.tolist()
    return (
        measures.of_decisions(labels, folded.tolist()),
        measures.of_decisions(labels, alone.tolist()),
    )


def lines_of_articles(data: Path) -> Iterator[Line]:
    """The sentences of real articles, each as a document of its own."""
    rows = gzip.decompress((data / "topics_allsides_dev.jsonl.gz").read_bytes())
    for n, row in enumerate(rows.decode("utf-8").splitlines()):
        article = Document(json.loads(row)["text"], str(n), language="en")
        for sentence in sentences.split(article):
            text = sentence.text
            alone = Document(text, f"{n}.{sentence.index}", language="en")
            yield Line(Sentence(alone, 0, len(text), 0))


def print_time(data: Path) -> None:
    lines = list(islice(lines_of_articles(data), 100_000))
    seconds = {}
    print("\nsentences  claims  seconds")
    for n in (len(lines) // 10, len(lines)):
        start = time.perf_counter()
        folded = claims.fold(lines[:n])
        seconds[n] = time.perf_counter() - start
        print(f"{n:9,}  {len(folded):6,}  {seconds[n]:7.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    first, last = seconds.values()
    print(f"ten times the sentences: {last / first:.1f} times the time; peak {peak} MB")


if __name__ == "__main__":
    main()
