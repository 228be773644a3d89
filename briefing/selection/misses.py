"""What was nearly chosen, and why it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.selection.values import OTHER, REPEATS, Miss

if TYPE_CHECKING:
    from briefing.selection.chooser import Chooser

MOST = 8
"""Lines of each section that are remembered."""


def best(chooser: Chooser) -> tuple[Miss, ...]:
    """The `MOST` best of each section that `chooser` has not chosen, best first."""
    found: list[tuple[float, int]] = []
    for section in (*chooser.shares, OTHER):
        left = np.asarray(
            [
                n not in chooser.chosen and candidate.section == section
                for n, candidate in enumerate(chooser.candidates)
            ],
            dtype=np.bool_,
        )
        for _ in range(MOST):
            n = chooser.queue.best(left, chooser.worth)
            if n < 0:
                break
            left[n] = False
            found.append((-chooser.worth(n), n))
    return tuple(_miss(chooser, n) for _worth, n in sorted(found))


def _miss(chooser: Chooser, n: int) -> Miss:
    why = chooser.signals(n)
    repeated = chooser.nearest[n] >= REPEATS
    return Miss(
        chooser.candidates[n],
        round(sum(points for _name, points in why), 4),
        tuple((name, round(points, 4)) for name, points in why if points),
        _reason(chooser, n),
        chooser.chosen[int(chooser.nearest_to[n])] if repeated else None,
        round(float(chooser.nearest[n]), 4) if repeated else 0.0,
    )


def _reason(chooser: Chooser, n: int) -> str:
    """Why line `n` was not chosen, the first that holds."""
    candidate = chooser.candidates[n]
    named = candidate.section != OTHER
    if chooser.nearest[n] >= REPEATS:
        return "repeats a chosen line"
    if candidate.breaks_off:
        return "its quotation goes on behind it"
    if candidate.leans_on is not None and not chooser.stands(n):
        return "can stand only under a line that was not chosen"
    if not candidate.is_fit:
        return "can hardly stand by itself"
    if candidate.opinion:
        return "opinion, which stands only where there is no news"
    if not chooser.stands(n):
        return "would part two lines that belong together"
    if not named:
        return "of no section"
    worth = chooser.worth(n)
    if any(choice.score < worth for choice in chooser.chosen.values()):
        return "shorter lines fitted better into what was left, or its section has its share"
    return "the budget went to better lines"
