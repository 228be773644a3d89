"""Folds for cross-validation, so that none is held out from what it shares something with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.evaluation.pairs import Pair


def groups(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """The name of each pair's group: pairs that share a text, however indirectly, have one."""
    home: dict[str, str] = {}

    def root(text: str) -> str:
        while home.setdefault(text, text) != text:
            text = home[text]
        return text

    for pair in pairs:
        home[root(pair.a.text)] = root(pair.b.text)
    return tuple(root(pair.a.text) for pair in pairs)


def whole(groups: Sequence[str] | NDArray[np.str_], n_folds: int) -> NDArray[np.int64]:
    """Fold of each row, given its group: groups stay whole, and the folds are about equal."""
    names, places, counts = np.unique(groups, return_inverse=True, return_counts=True)
    fold_of = np.zeros(len(names), dtype=np.int64)
    loads = [0] * n_folds
    for n in np.argsort(-counts, kind="stable"):
        fold_of[n] = loads.index(min(loads))
        loads[fold_of[n]] += int(counts[n])
    found: NDArray[np.int64] = fold_of[places]
    return found
