"""Lazy greedy choice: a line is looked at again only when it may be the best."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from briefing.model import Scores


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
        left = np.where(may_come, self.bounds, -np.inf)
        fresh: set[int] = set()
        while left.size:
            n = int(left.argmax())
            if left[n] < floor or left[n] == -np.inf:
                break
            if n in fresh:
                return n
            if stands(n):
                left[n] = self.bounds[n] = worth(n)
                fresh.add(n)
            else:
                left[n] = -np.inf
        return -1
