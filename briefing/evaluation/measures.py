"""Precision, recall and their like, of decisions and of scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """How decisions compare with labels; each from 0 to 1, and 0 where nothing is counted."""

    precision: float
    """Part of those said to be positive that are."""
    recall: float
    """Part of the positive that were said to be."""
    f1: float
    """Harmonic mean of precision and recall."""
    accuracy: float
    """Part of all that were decided right."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold gives: all scores from it on are decided to be positive."""

    threshold: float
    measures: Measures


def of_decisions(labels: Sequence[bool], decided: Sequence[bool]) -> Measures:
    """Compare decisions with labels. Raises ValueError if there are not as many."""
    counts = Counter(zip(labels, decided, strict=True))
    return _measures(
        counts[True, True], counts[True, True] + counts[False, True], sum(labels), len(labels)
    )


def curve(labels: Sequence[bool], scores: Sequence[float]) -> tuple[Point, ...]:
    """What each score gives as a threshold, highest first; equal scores are one point."""
    order = sorted(range(len(scores)), key=lambda n: -scores[n])
    n_positive = sum(labels)
    points = []
    n_right = 0
    for n_decided, n in enumerate(order, 1):
        n_right += labels[n]
        if n_decided < len(order) and scores[order[n_decided]] == scores[n]:
            continue
        points.append(Point(scores[n], _measures(n_right, n_decided, n_positive, len(labels))))
    return tuple(points)


def at_recall(points: Sequence[Point], least: float) -> Point | None:
    """The point of the highest threshold whose recall is `least` or more."""
    return next((point for point in points if point.measures.recall >= least), None)


def b_cubed(labels: Sequence[Hashable], clusters: Sequence[Hashable]) -> Measures:
    """Compare a clustering with labels, item by item (Bagga and Baldwin 1998).

    `labels` and `clusters` name the group of each item. Accuracy is that of all pairs of
    items (Rand 1971); without a pair it is 0.
    """
    both = Counter(zip(labels, clusters, strict=True))
    of_label, of_cluster = Counter(labels), Counter(clusters)
    n = len(labels)
    precision = sum(k * k / of_cluster[cluster] for (_, cluster), k in both.items())
    recall = sum(k * k / of_label[label] for (label, _), k in both.items())
    same = sum(_pairs(k) for k in both.values())
    apart = (
        _pairs(n) - sum(map(_pairs, of_label.values())) - sum(map(_pairs, of_cluster.values()))
    )
    precision, recall = _part(precision, n), _part(recall, n)
    return Measures(
        precision,
        recall,
        _part(2 * precision * recall, precision + recall),
        _part(apart + 2 * same, _pairs(n)),
    )


def _measures(n_right: int, n_decided: int, n_positive: int, n: int) -> Measures:
    precision, recall = _part(n_right, n_decided), _part(n_right, n_positive)
    n_wrong = n_decided + n_positive - 2 * n_right
    return Measures(
        precision, recall, _part(2 * n_right, n_decided + n_positive), _part(n - n_wrong, n)
    )


def _part(some: float, of: float) -> float:
    return some / of if of else 0.0


def _pairs(n: int) -> int:
    return n * (n - 1) // 2
