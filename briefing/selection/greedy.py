"""Lazy greedy choice: a line is looked at again only when it may be the best."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from briefing.model import Scores

BLOCK = 256
"""Lines whose best one is kept in mind, so that the best of all is sought among few.

100,000 lines take the same time at 128, 256 and 512.
"""


class Queue:
    """Lines by the most that each may add: cost grows with what is chosen, not with the lines.

    Minoux (1978), "Accelerated greedy algorithms for maximizing submodular set functions": what
    a line adds only falls as others are chosen, so that its last value is a bound of the next
    one, and a line whose fresh value is above all other bounds is the best.
    """

    def __init__(self, bounds: Scores) -> None:
        """`bounds` are never below what `best` is told, now or later; shape (n_lines,)."""
        self.bounds = bounds.copy()

    def renew(self, bounds: Scores) -> None:
        """Begin again with other bounds: what lines add has risen."""
        self.bounds = bounds.copy()

    def best(
        self,
        may_come: NDArray[np.bool_],
        worth: Callable[[int], float],
        stands: Callable[[int], bool] = lambda _n: True,
        floor: float = float("-inf"),
    ) -> int:
        """The line worth most of those that `may_come` and that stand; of equal ones the first.

        -1 where none is worth `floor`.
        """
        left = np.full((len(self.bounds) // BLOCK + 1, BLOCK), -np.inf)
        np.copyto(left.ravel()[: len(self.bounds)], self.bounds, where=may_come)
        most = left.max(axis=1)
        fresh: set[int] = set()
        while True:
            row = int(most.argmax())
            if most[row] < floor or most[row] == -np.inf:
                return -1
            column = int(left[row].argmax())
            n = row * BLOCK + column
            if n in fresh:
                return n
            if stands(n):
                left[row, column] = self.bounds[n] = worth(n)
                fresh.add(n)
            else:
                left[row, column] = -np.inf
            most[row] = left[row].max()
