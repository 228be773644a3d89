"""How likely it is that two sentences say the same: a logistic model of what they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp, log1p
from types import MappingProxyType

from rapidfuzz.distance import LCSseq

from briefing import vectors
from briefing.claims import conflicts
from briefing.claims.marks import Marks

N_CHARS = 4
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

BIAS = -3.896
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "words": 2.670,
        "content": 1.416,
        "trigrams": -2.570,
        "characters": 3.670,
        "length": 1.233,
        "longest insertion": -0.207,
        "long insertions": -0.171,
        "longest gap": -0.140,
        "and": -0.530,
        "the": 0.157,
        "as": -0.215,
        "he": -0.173,
        "names of both": -0.091,
        "names of one": 0.091,
        "figures of one": -0.478,
        "turns": -0.489,
        "opposites": -0.809,
        "dates": -0.766,
    }
)
"""Fitted to `features` on 4,076 pairs of news sentences (the training half of MSRP; Dolan,
Quirk and Brockett 2004) with an L2 penalty of 10 on standardized features; 3 or 30 move the
figures of a ten-fold cross-validation by less than .002. `tests/quality/benchmark_claims.py`
fits them again.
"""


def estimate(a: Marks, b: Marks) -> float:
    """Probability that editors call both a paraphrase of each other, from 0 to 1; symmetric.

    It is one of likeness alone: whether `conflicts` sets them apart is another question.
    """
    found = features(a, b)
    total = BIAS + sum(WEIGHTS[name] * found[name] for name in WEIGHTS)
    return 1 / (1 + exp(-total))


def features(a: Marks, b: Marks) -> dict[str, float]:
    """What the model looks at, by name."""
    units_a, units_b = frozenset(a.units), frozenset(b.units)
    trigrams_a, trigrams_b = _trigrams(a.units), _trigrams(b.units)
    characters_a, characters_b = _characters(a), _characters(b)
    places = list(conflicts.gaps(a, b))
    only = [u for u in a.units if u not in units_b] + [u for u in b.units if u not in units_a]
    figures_a = {value for value, _ in a.figures}
    figures_b = {value for value, _ in b.figures}
    insertions = _insertions(a.units, b.units)
    return {
        "words": _part(units_a & units_b, len(units_a | units_b)),
        "content": _part(a.content & b.content, min(len(a.content), len(b.content))),
        "trigrams": _part(trigrams_a & trigrams_b, min(len(trigrams_a), len(trigrams_b))),
        "characters": _part(
            characters_a & characters_b, max(len(characters_a), len(characters_b))
        ),
        "length": log1p(min(len(a.units), len(b.units))),
        "longest insertion": max(insertions),
        "long insertions": sum(n_words >= LONG for n_words in insertions),
        "longest gap": max((max(map(len, place)) for place in places), default=0),
        "and": _count(only, _AND),
        "the": _count(only, _THE),
        "as": _count(only, _AS),
        "he": _count(only, _HE),
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


def _trigrams(units: Sequence[str]) -> frozenset[tuple[str, str, str]]:
    return frozenset(zip(units, units[1:], units[2:], strict=False))


def _characters(marks: Marks) -> frozenset[str]:
    text = " ".join(marks.tokens)
    return frozenset(text[n : n + N_CHARS] for n in range(len(text) - N_CHARS + 1))


def _insertions(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """Words that only one has, at each place between shared ones, first and last included."""
    counts = [0]
    only_a = only_b = 0
    for op in LCSseq.opcodes(a, b):
        if op.tag == "equal":
            counts.append(max(only_a, only_b))
            only_a = only_b = 0
        only_a += op.tag == "delete" and op.src_end - op.src_start
        only_b += op.tag == "insert" and op.dest_end - op.dest_start
    return [*counts, max(only_a, only_b)]


def _count(units: Iterable[str], kind: frozenset[str]) -> int:
    return sum(unit in kind for unit in units)
