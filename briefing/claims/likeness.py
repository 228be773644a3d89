"""How likely it is that two sentences say the same: a logistic model of what they share."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import exp, log1p
from types import MappingProxyType

from briefing import vectors
from briefing.claims import conflicts
from briefing.claims.pairs import Pair

LONG = 4
"""Words; so many in a row can say something of their own."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(vectors.stemmed(words.split()))


_AND = _stems("and but or")
_THE = _stems("the a an this that its his their her")
_AS = _stems(
    "as when while after because who which where before since although though whose so"
)
_HE = _stems("he she it they i we you him them")

BIAS = -3.843
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "words": 2.611,
        "content": 1.410,
        "trigrams": -2.532,
        "characters": 3.744,
        "length": 1.203,
        "longest insertion": -0.209,
        "long insertions": -0.158,
        "longest gap": -0.141,
        "and": -0.529,
        "the": 0.157,
        "as": -0.218,
        "he": -0.164,
        "names of both": -0.090,
        "names of one": 0.092,
        "figures of one": -0.492,
        "turns": -0.492,
        "opposites": -0.780,
        "dates": -0.777,
    }
)
"""Fitted to `features` on 4,076 pairs of news sentences (the training half of MSRP; Dolan,
Quirk and Brockett 2004) with an L2 penalty of 10 on standardized features; 3 or 30 move the
figures of a ten-fold cross-validation by less than .002. `tests/quality/benchmark_claims.py`
fits them again.
"""


def estimate(pair: Pair) -> float:
    """Probability that editors call both a paraphrase of each other, from 0 to 1; symmetric.

    It is one of likeness alone: whether `conflicts` sets them apart is another question.
    """
    found = features(pair)
    total = BIAS + sum(WEIGHTS[name] * found[name] for name in WEIGHTS)
    return 1 / (1 + exp(-total))


def features(pair: Pair) -> dict[str, float]:
    """What the model looks at, by name, in the order of `WEIGHTS`."""
    a, b = pair.a, pair.b
    units_a, units_b = a.all_units, b.all_units
    only = [u for u in a.units if u not in units_b] + [u for u in b.units if u not in units_a]
    figures_a = {value for value, _ in a.figures}
    figures_b = {value for value, _ in b.figures}
    return {
        "words": _part(units_a & units_b, len(units_a | units_b)),
        "content": _part(a.content & b.content, min(len(a.content), len(b.content))),
        "trigrams": _part(a.trigrams & b.trigrams, min(len(a.trigrams), len(b.trigrams))),
        "characters": _part(
            a.characters & b.characters, max(len(a.characters), len(b.characters))
        ),
        "length": log1p(min(len(a.units), len(b.units))),
        "longest insertion": max(pair.insertions),
        "long insertions": sum(n_words >= LONG for n_words in pair.insertions),
        "longest gap": max((max(map(len, gap)) for gap in pair.gaps), default=0),
        "and": sum(unit in _AND for unit in only),
        "the": sum(unit in _THE for unit in only),
        "as": sum(unit in _AS for unit in only),
        "he": sum(unit in _HE for unit in only),
        "names of both": sum(name in b.names for name in a.names),
        "names of one": max(
            sum(name not in b.content for name in a.names),
            sum(name not in a.content for name in b.names),
        ),
        "figures of one": max(len(figures_a - figures_b), len(figures_b - figures_a)),
        "turns": sorted(t for t, _ in a.turns) != sorted(t for t, _ in b.turns),
        "opposites": conflicts.are_opposed(a.sides, b.sides),
        "dates": conflicts.are_opposed(a.dates, b.dates),
    }


def _part(shared: Collection[object], of: int) -> float:
    return len(shared) / max(of, 1)
