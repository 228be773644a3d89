"""What a set of lines is worth: a ranker may value sets, and not only lines one by one."""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol, Self, runtime_checkable

import numpy as np

from briefing.model import Context, Sentence
from briefing.rankers import Ranker

if TYPE_CHECKING:
    from briefing.model import Scores


class Value(Protocol):
    """What the lines taken so far are worth; it starts with none."""

    bounds: Scores
    """What each line would add at most, now or later, shape (n_sentences,)."""

    @property
    def of_sets(self) -> bool:
        """Whether what a line adds depends on those taken: then copies discount themselves."""
        ...

    @property
    def renews(self) -> bool:
        """Whether what a line adds may rise: then `take` renews `bounds`."""
        ...

    def gain(self, n: int) -> float:
        """What line `n` would add if it were taken next; at most `bounds[n]`."""
        ...

    def take(self, n: int) -> None:
        """Add line `n`."""
        ...

    def again(self) -> Value:
        """The value of no lines, once more."""
        ...


@runtime_checkable
class OfSets(Protocol):
    """A ranker for which a line is worth what it adds to those already taken."""

    def start(self, sentences: Sequence[Sentence], context: Context) -> Value:
        """The value of no lines; gains are in a unit of its own."""
        ...


class Exact(ABC):
    """A value whose bounds are what lines add, at all times."""

    of_sets: ClassVar[bool] = True
    renews: ClassVar[bool] = False

    bounds: Scores

    def gain(self, n: int) -> float:
        """What line `n` would add if it were taken next."""
        return float(self.bounds[n])

    def again(self) -> Self:
        """The value of no lines, once more."""
        other = copy.copy(self)
        other._begin()
        return other

    @abstractmethod
    def _begin(self) -> None:
        """Forget what was taken."""


@runtime_checkable
class Solvable(Protocol):
    """A value of which the best set within a budget can be found, not only a greedy one."""

    @property
    def exact(self) -> bool:
        """Whether that is asked for."""
        ...

    def solve(self, costs: Sequence[int], budget: int) -> tuple[int, ...]:
        """Numbers of lines that add most to those taken, and cost at most `budget`."""
        ...


@dataclass(slots=True)
class Fixed:
    """A line adds what it is worth alone, whatever was taken."""

    of_sets: ClassVar[bool] = False
    renews: ClassVar[bool] = False

    bounds: Scores

    def gain(self, n: int) -> float:
        """Score of line `n`."""
        return float(self.bounds[n])

    def take(self, n: int) -> None:
        """Nothing changes for the others."""

    def again(self) -> Fixed:
        """The value of no lines."""
        return self


def start(ranker: Ranker, sentences: Sequence[Sentence], context: Context) -> Value:
    """The value of no lines, as `ranker` has it."""
    if isinstance(ranker, OfSets):
        return ranker.start(sentences, context)
    return Fixed(ranker.score(sentences, context))


class Fractions:
    """A value in parts of all first gains: how many of them are lower, from 0 to 1.

    It makes rankers comparable, whose scores have no unit in common; equal gains have equal
    parts. Where gains may rise, they are measured by those that hold now.
    """

    def __init__(self, value: Value) -> None:
        """Measure what `value` adds by what it would add first."""
        self._value = value
        self._scale = np.sort(value.bounds)
        self.bounds = self._parts(value.bounds)

    @property
    def of_sets(self) -> bool:
        """As the value has it."""
        return self._value.of_sets

    @property
    def renews(self) -> bool:
        """As the value has it."""
        return self._value.renews

    def gain(self, n: int) -> float:
        """Part of the first gains that is lower than what line `n` adds."""
        return float(self._parts(np.asarray([self._value.gain(n)]))[0])

    def take(self, n: int) -> None:
        """Add line `n`."""
        self._value.take(n)
        if self.renews:
            self._scale = np.sort(self._value.bounds)
            self.bounds = self._parts(self._value.bounds)

    def again(self) -> Fractions:
        """The value of no lines, once more."""
        return Fractions(self._value.again())

    def _parts(self, gains: Scores) -> Scores:
        if len(self._scale) < 2:
            return np.ones(len(gains))
        lower = np.searchsorted(self._scale[:-1], gains, side="left")
        parts: Scores = lower / (len(self._scale) - 1)
        return parts
