"""How well two sentences are told to be one claim, or two articles to be one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing import claims, stories
from briefing.evaluation import measures
from briefing.evaluation.measures import Measures, Point
from briefing.evaluation.pairs import Pair

N_WORST = 20
STEPS = tuple(step / 20 for step in range(1, 21))
"""Recalls at which the curve is shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, and what was decided of it."""

    pair: Pair
    score: float
    same: bool
    """What memos do with it."""
    conflict: str = ""
    """What sets the sentences apart whatever their score; "" if nothing does."""


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of all pairs of one kind."""

    kind: str
    """"sentences" or "articles"."""
    n_pairs: int
    n_same: int
    """Pairs that the labels call the same."""
    as_in_memos: Measures
    """Of what memos do: conflicts keep pairs apart, a threshold decides the others."""
    similarity: Point
    """Of the score alone, at the threshold with the best F1."""
    curve: tuple[Point, ...]
    """Of the score alone, at recalls of .05 to 1."""
    worst: tuple[Judged, ...]
    """At most `N_WORST` that were decided wrong, the farthest from right first."""


def evaluate(pairs: Sequence[Pair]) -> tuple[Report, ...]:
    """A report on the sentences, and one on the articles, where there are any."""
    kinds = {
        "sentences": [pair for pair in pairs if not pair.are_articles],
        "articles": [pair for pair in pairs if pair.are_articles],
    }
    judge = {"sentences": _sentences, "articles": _articles}
    return tuple(_report(kind, judge[kind](some)) for kind, some in kinds.items() if some)


def _sentences(pairs: Sequence[Pair]) -> list[Judged]:
    found = ((pair, claims.compare(*pair.sentences)) for pair in pairs)
    return [Judged(pair, c.likeness, c.same, c.conflict) for pair, c in found]


def _articles(pairs: Sequence[Pair]) -> list[Judged]:
    scores = stories.scores([(pair.a, pair.b) for pair in pairs])
    return [
        Judged(pair, float(score), bool(score >= stories.SAME))
        for pair, score in zip(pairs, scores, strict=True)
    ]


def _report(kind: str, judged: Sequence[Judged]) -> Report:
    labels = [one.pair.label for one in judged]
    points = measures.curve(labels, [one.score for one in judged])
    at_steps = (measures.at_recall(points, step) for step in STEPS)
    wrong = [one for one in judged if one.same != one.pair.label]
    return Report(
        kind=kind,
        n_pairs=len(judged),
        n_same=sum(labels),
        as_in_memos=measures.of_decisions(labels, [one.same for one in judged]),
        similarity=max(points, key=lambda point: point.measures.f1),
        curve=tuple(dict.fromkeys(point for point in at_steps if point)),
        worst=tuple(sorted(wrong, key=_rightness)[:N_WORST]),
    )


def _rightness(one: Judged) -> tuple[bool, float, str]:
    """Sorts the worst first: what was made one and is not, then what was missed."""
    return not one.same, -one.score if one.same else one.score, one.pair.id
