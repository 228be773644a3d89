"""What a set of lines is worth: line by line, as a ranker of sets has it, and in parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import rankers
from briefing.model import Context
from briefing.rankers import values
from briefing.rankers.values import Fixed, Fractions, OfSets, Value
from tests import builders

if TYPE_CHECKING:
    from briefing.model import Scores

SCORES = st.lists(st.sampled_from([-2.0, 0.0, 0.5, 0.5, 3.0, 1e9]) | st.floats(-1e6, 1e6))
COPY = "Shared words on a treaty, harbour, budget, ferry, fog, court, tax, reef, rail and oil."
NEWS = (
    *builders.sentences(
        "A ferry ran aground near the harbour of Aldery on Monday.",
        COPY,
        "Fog, tax, court, oil, reef, rail and fog again held up the treaty on the harbour.",
        "The captain of the ferry had warned of fog.",
        source="a.txt",
    ),
    *builders.sentences(
        "Parliament passed the budget by a single vote, with rail, oil, court and tax in it.",
        "The budget cuts a tax on diesel.",
        COPY,
        source="b.txt",
    ),
    *builders.sentences(COPY, "Courts, reefs and ferries were quiet.", source="c.txt"),
)


class Moving:
    """A value of which each line that is taken moves the gains of all by `steps`."""

    of_sets = True

    def __init__(self, first: Sequence[float], steps: Sequence[float]) -> None:
        self._first, self._steps = first, steps
        self._now = np.asarray(first, dtype=np.float64)
        self.renews = max(steps) > 0
        self.bounds: Scores = self._now.copy()

    def gain(self, n: int) -> float:
        return float(self._now[n])

    def take(self, n: int) -> None:
        self._now += self._steps
        if self.renews:
            self.bounds = self._now.copy()

    def again(self) -> Value:
        return Moving(self._first, self._steps)


def fixed(scores: Sequence[float]) -> Fixed:
    return Fixed(np.asarray(scores, dtype=np.float64))


def gains(value: Value) -> list[float]:
    return [value.gain(n) for n in range(len(value.bounds))]


# Line by line.


def test_a_fixed_value_is_the_score_whatever_was_taken() -> None:
    value = fixed([0.5, -1.0, 2.0])
    assert (value.of_sets, value.renews) == (False, False)
    assert gains(value) == [0.5, -1, 2]
    value.take(2)
    value.take(0)
    assert gains(value) == gains(value.again()) == value.bounds.tolist() == [0.5, -1, 2]


@pytest.mark.parametrize("name", rankers.RANKERS)
def test_a_ranker_of_sets_starts_its_own_value_and_any_other_a_fixed_one(name: str) -> None:
    ranker = rankers.get(name)
    value = values.start(ranker, NEWS, Context())
    assert isinstance(value, Fixed) is not isinstance(ranker, OfSets)
    if isinstance(value, Fixed):
        assert value.bounds.tolist() == ranker.score(NEWS, Context()).tolist()
    assert values.start(ranker, (), Context()).bounds.shape == (0,)


def test_some_rankers_value_sets_and_some_do_not() -> None:
    of_sets = {name for name in rankers.RANKERS if isinstance(rankers.get(name), OfSets)}
    assert {"content-words", "centroid-of-sets", "coverage", "concepts"} <= of_sets
    assert of_sets.isdisjoint({"salience", "centroid", "lead", "consensus", "random"})


# In parts.


@pytest.mark.parametrize(
    ("scores", "parts"),
    [
        ([], []),
        ([-7.0], [1]),
        ([0.0, 0.0], [0, 0]),
        ([1.0, 5.0], [0, 1]),
        ([5.0, 1.0, 5.0], [0.5, 0, 0.5]),
        ([3.0, 9.0, 3.0, 5.0, -1.0], [0.25, 1, 0.25, 0.75, 0]),
    ],
)
def test_a_part_is_how_many_of_the_others_are_lower(
    scores: list[float], parts: list[float]
) -> None:
    value = Fractions(fixed(scores))
    assert gains(value) == value.bounds.tolist() == parts


@given(SCORES)
def test_parts_are_ordered_as_the_gains_are(scores: list[float]) -> None:
    parts = gains(Fractions(fixed(scores)))
    assert all(0 <= part <= 1 for part in parts)
    for a, part in zip(scores, parts, strict=True):
        for b, other in zip(scores, parts, strict=True):
            assert (a < b) == (part < other)


@given(SCORES, st.sampled_from([0.001, 3.0]), st.integers(-5, 5))
def test_parts_have_no_unit(scores: list[float], unit: float, zero: int) -> None:
    whole = [round(score) for score in scores]
    other = [score * unit + zero for score in whole]
    assert gains(Fractions(fixed(other))) == gains(Fractions(fixed(whole)))


@pytest.mark.parametrize("name", rankers.RANKERS)
def test_first_gains_have_the_parts_that_bound_them_and_copies_the_same(name: str) -> None:
    value = Fractions(values.start(rankers.get(name), NEWS, Context()))
    assert gains(value) == value.bounds.tolist()
    copies = [n for n, line in enumerate(NEWS) if line.text == COPY]
    assert len({value.gain(n) for n in copies}) == 1
    assert len(set(gains(value))) > 1


def test_what_falls_is_measured_by_first_gains() -> None:
    plain = Moving((1.0, 2.0, 3.0, 4.0), (0, -1, -1, -0.5))
    value = Fractions(plain)
    assert gains(value) == pytest.approx([0, 1 / 3, 2 / 3, 1])
    value.take(3)
    assert gains(value) == pytest.approx([0, 0, 1 / 3, 1])
    assert value.bounds == pytest.approx([0, 1 / 3, 2 / 3, 1])


def test_what_rises_is_measured_by_the_gains_of_now() -> None:
    value = Fractions(Moving((1.0, 2.0, 3.0), (5, 0, 0)))
    assert (value.renews, value.bounds.tolist()) == (True, [0, 0.5, 1])
    value.take(2)
    assert gains(value) == value.bounds.tolist() == [1, 0, 0.5]
    assert gains(value.again()) == [0, 0.5, 1]


def test_parts_follow_the_centroid_of_sets() -> None:
    plain = values.start(rankers.get("centroid-of-sets"), NEWS, Context())
    value = Fractions(plain.again())
    assert (value.of_sets, value.renews) == (True, True)
    first = gains(value)
    for n in (1, 4, 3):
        plain.take(n)
        value.take(n)
        assert gains(value) == value.bounds.tolist() == gains(Fractions(fixed(gains(plain))))
    assert gains(value) != first
    assert gains(value.again()) == first
